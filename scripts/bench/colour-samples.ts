// One contestant of `npm run bench:samples`, as a process of its own: compiles a content folder, does one thing with
// its samples, and prints how long that took in milliseconds, modules and grammars included, as JSON.

import { findCacheFile } from '../../src/project/cache-file.ts';
import { checkProjectSamples, openProject } from '../../src/project/open-project.ts';
import { openHighlighter } from '../../src/project/open-highlighter.ts';
import { listCode } from '../../src/pipeline.ts';

/** What is done with the samples: coloured by Shiki alone, coloured by Stele, or checked by Stele. */
export type SampleTask = 'shiki' | 'colour' | 'check';

const [task, content] = process.argv.slice(2) as [SampleTask, string];
const project = await openProject(content);
const codes = listCode(project.reference);

const start = performance.now();
const before = process.cpuUsage();
await { shiki: colourWithShiki, colour, check }[task]();
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    milliseconds: performance.now() - start,
    processor: (user + system) / 1000,
    codes: codes.length,
    findings: project.diagnostics.length,
  }),
);
process.exit();

/** Shiki as its documentation has it for light and dark. Its two engines take equally long. */
async function colourWithShiki(): Promise<void> {
  const { createHighlighter, createJavaScriptRegexEngine } = await import('shiki');
  const shiki = await createHighlighter({
    langs: [...new Set(codes.map(({ grammar }) => grammar))],
    themes: ['github-light', 'github-dark'],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const themes = { light: 'github-light', dark: 'github-dark' };
  for (const { text, grammar } of codes) shiki.codeToHtml(text, { lang: grammar, themes });
}

/** Each code is read back once, as a page does. */
async function colour(): Promise<void> {
  const highlighter = await openHighlighter(codes, await findCacheFile(content, 'colours'));
  for (const { text, grammar } of codes) highlighter.highlight(text, grammar);
}

async function check(): Promise<void> {
  await checkProjectSamples(project, content, true);
}
