// `stele dev` as a process: it follows edits, new and removed pages, and mistakes and their fixes in pages and samples.

import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';
import { startDev, type RunningDev } from './start-dev.ts';

let folder: string;
let dev: RunningDev;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
};
/** Replaces a file by a rename, as vim, JetBrains editors and formatters do. */
const replace = (path: string, text: string): void => {
  writeFileSync(join(folder, 'draft'), text);
  renameSync(join(folder, 'draft'), join(folder, 'content', path));
};

beforeAll(async () => {
  folder = temporaryFolder();
  write('site.yaml', 'title: Site\nlanguages: [js, python]\n');
  write('door.mdx', '# Door\n\nText 1.\n');
  dev = await startDev(folder);
});
afterAll(async () => {
  await dev.stop();
  removeFolder(folder);
});

const shows = (path: string, text: string): Promise<void> =>
  dev.until(async () => (await dev.textAt(path)).includes(text), 10);

test('serves every save, in each way that editors write files', async () => {
  await shows('door/', 'Text 1.');
  const saves = [write, replace, replace, write, write, replace];
  for (const [i, save] of saves.entries()) {
    save('door.mdx', `# Door\n\nText ${i + 2}.\n`);
    await shows('door/', `Text ${i + 2}.`);
  }
});

test('serves a new page, no longer a removed one, and a page of a renamed folder at its new address', async () => {
  const statusOf = async (path: string): Promise<number> => (await fetch(dev.url + path)).status;
  write('rooms/window.mdx', '# Window\n');
  await shows('rooms/window/', '<h1 id="window">Window</h1>');
  await shows('python/rooms/window/', '<h1 id="window">Window</h1>');
  renameSync(join(folder, 'content/rooms'), join(folder, 'content/walls'));
  await shows('walls/window/', 'Window');
  await dev.until(async () => (await statusOf('rooms/window/')) === 404);
  rmSync(join(folder, 'content/walls'), { recursive: true });
  await dev.until(async () => (await statusOf('walls/window/')) === 404);
});

test('keeps serving while the content folder is missing, and updates when it is back', async () => {
  dev.forget();
  renameSync(join(folder, 'content'), join(folder, 'away'));
  await dev.until(() => /There is no folder .*content\.\n→ .*\nThe site stays as it was\./.test(dev.output()));
  await shows('door/', 'Text');
  renameSync(join(folder, 'away'), join(folder, 'content'));
  await dev.until(() => dev.output().includes('Updated'));
  write('door.mdx', '# Door\n\nText after.\n');
  await shows('door/', 'Text after.');
});

test('reports a mistake and its fix once each, and serves the page with the mistake', async () => {
  dev.forget();
  write('door.mdx', '---\ntitel: x\n---\n# Door\n\nText with a mistake.\n');
  await shows('door/', 'Text with a mistake.');
  await dev.until(() => /Updated \S+ \(1 error\)/.test(dev.output()));
  expect(dev.output().match(/content\/door\.mdx:2:1 error unknown-key/g)).toHaveLength(1);
  dev.forget();
  write('key.mdx', '---\nlayot: x\n---\n# Key\n');
  await dev.until(() => /Updated \S+ \(2 errors\); 1 new\./.test(dev.output()));
  expect(dev.output()).not.toContain('content/door.mdx');
  dev.forget();
  write('door.mdx', '# Door\n\nText fixed.\n');
  await dev.until(() => /Updated \S+ \(1 error\); 1 fixed\./.test(dev.output()));
  expect(dev.output()).toMatch(/^Fixed: content\/door\.mdx unknown-key: .*titel.*$/m);
  expect(dev.output()).not.toContain('content/key.mdx');
  rmSync(join(folder, 'content/key.mdx'));
  await dev.until(() => /Updated \S+ \(no findings\)/.test(dev.output()));
});

test('reports the same mistakes in samples as stele check', async () => {
  write('door.mdx', '# Door\n\n<CodeBlock file="open" />\n');
  write('_samples/open.py', 'print("open")\n');
  write('_samples/open.js', 'open(1);\n');
  await dev.until(() => /Updated \S+ \(no findings\)/.test(dev.output()));
  dev.forget();
  write('_samples/open.js', 'open(1;\n');
  await dev.until(() => /Updated/.test(dev.output()));
  const check = await runWarm(['check'], { cwd: folder });
  expect(check.code).toBe(1);
  expect(dev.output().replace(/Updated .*\n/, '')).toBe(check.stderr.replace(/\d+ pages? checked.*\n/, ''));
  write('_samples/open.js', 'open(1);\n');
  await dev.until(() => /Updated \S+ \(no findings\)/.test(dev.output()));
});

test('prints nothing if a file is saved without a change', async () => {
  await new Promise((done) => setTimeout(done, 500));
  dev.forget();
  utimesSync(join(folder, 'content/door.mdx'), new Date(), new Date());
  replace('door.mdx', '# Door\n\n<CodeBlock file="open" />\n');
  await new Promise((done) => setTimeout(done, 700));
  expect(dev.output()).toBe('');
});

test('ends with 0 after SIGTERM', async () => {
  expect(await dev.stop()).toBe(0);
});
