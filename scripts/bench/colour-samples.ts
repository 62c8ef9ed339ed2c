// One contestant of `npm run bench:samples`, as a process of its own: compiles a content folder, does one thing with
// its samples, and prints how long that took in milliseconds, modules and grammars included, as JSON.

import { findCacheFile } from '../../src/project/cache-file.ts';
import { checkContent, checkProjectSamples, openProject } from '../../src/project/open-project.ts';
import { openHighlighter } from '../../src/project/open-highlighter.ts';
import { listCode } from '../../src/outputs/index.ts';

/** What is done with the samples: coloured by Shiki alone, coloured, checked, or checked again by Stele. */
export type SampleTask = 'shiki' | 'colour' | 'check' | 'recheck';

const [task, content] = process.argv.slice(2) as [SampleTask, string];
const project = await openProject(content);
const codes = listCode(project.resolved);

const start = performance.now();
const before = process.cpuUsage();
const tasks = { shiki: colourWithShiki, colour, check, recheck };
await tasks[task]();
const { user, system } = process.cpuUsage(before);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1000, codes: codes.length }));
// Findings are kept by a check of everything.
if (task === 'check') await checkContent(content, true);
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

/** Reads all content to see that nothing has changed: more than what samples cost, and nothing less. */
async function recheck(): Promise<void> {
  await checkContent(content, true);
}
