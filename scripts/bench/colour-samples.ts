// One process of `npm run bench:samples`: compiles a content folder, runs one task on its samples, and prints the
// duration in milliseconds as JSON, including the loading of modules and grammars.

import { findCacheFile } from '../../src/disk/cache-file.ts';
import { checkContent, checkProjectSamples, openProject } from '../../src/project/open-project.ts';
import { openHighlighter } from '../../src/project/open-highlighter.ts';
import { listCode } from '../../src/outputs/index.ts';

/** The tasks: colouring by Shiki alone; colouring, checking, and checking again by Stele. */
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
// Only a check of the whole folder stores findings.
if (task === 'check') await checkContent(content, true);
process.exit();

/** Shiki as in its documentation, for light and dark. Its two engines are equally fast. */
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

/** Reads each code back once, like a page. */
async function colour(): Promise<void> {
  const highlighter = await openHighlighter(codes, await findCacheFile(content, 'colours'));
  for (const { text, grammar } of codes) highlighter.highlight(text, grammar);
}

async function check(): Promise<void> {
  await checkProjectSamples(project, content, true);
}

/** Reads the whole content to detect changes: the measured time includes more than the samples. */
async function recheck(): Promise<void> {
  await checkContent(content, true);
}
