// `stele dev` follows what git does to many files at once: checkouts of branches, stashes, and their return.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { startDev, type RunningDev } from './start-dev.ts';

let folder: string;
let dev: RunningDev;
const git = (...args: readonly string[]): string => runGit(folder, args);
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
};
const shows = (path: string, text: string): Promise<void> =>
  dev.until(async () => (await dev.textAt(path)).includes(text), 30);
const isGone = (path: string): Promise<void> => dev.until(async () => (await fetch(dev.url + path)).status === 404, 30);

beforeAll(async () => {
  folder = temporaryFolder();
  git('init', '--initial-branch', 'one');
  write('site.yaml', 'title: Site\nlanguages: [js]\n');
  for (let i = 0; i < 30; i++) write(`a/page${i}.mdx`, `# Page ${i}\n\nOne ${i}.\n`);
  git('add', '-A');
  git('commit', '--message', 'one');
  git('checkout', '-b', 'two');
  renameSync(join(folder, 'content/a'), join(folder, 'content/b'));
  for (let i = 0; i < 30; i++) write(`b/page${i}.mdx`, `# Page ${i}\n\nTwo ${i}.\n`);
  git('add', '-A');
  git('commit', '--message', 'two');
  git('checkout', 'one');
  dev = await startDev(folder);
}, 120_000);
afterAll(async () => {
  await dev.stop();
  removeFolder(folder);
});

test('a checkout of another branch and back, three times', async () => {
  for (let round = 0; round < 3; round++) {
    await shows('a/page29/', 'One 29.');
    git('checkout', 'two');
    for (const i of [0, 17, 29]) await shows(`b/page${i}/`, `Two ${i}.`);
    await isGone('a/page0/');
    git('checkout', 'one');
    for (const i of [0, 17, 29]) await shows(`a/page${i}/`, `One ${i}.`);
    await isGone('b/page0/');
  }
});

test('a stash takes edits and new files away, and brings them back', async () => {
  write('a/page3.mdx', '# Page 3\n\nEdited.\n');
  write('new/page.mdx', '# New\n');
  await shows('a/page3/', 'Edited.');
  await shows('new/page/', 'New');
  git('stash', '--include-untracked');
  await shows('a/page3/', 'One 3.');
  await isGone('new/page/');
  git('stash', 'pop');
  await shows('a/page3/', 'Edited.');
  await shows('new/page/', 'New');
});
