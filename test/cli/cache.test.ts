// `stele cache`: what builds keep is shown and removed, and nothing else.

import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
let caches: string;
beforeEach(async () => {
  folder = temporaryFolder();
  caches = join(folder, 'node_modules/.cache/stele');
  await mkdir(join(folder, 'content'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'content/a.mdx'), '# A\n\n```js\nconst a = 1;\n```\n');
});
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

test('shows the size of what a build has kept, and removes it', async () => {
  expect((await run('cache', 'size')).stderr).toBe('The cache is empty.\n');
  expect((await run('build')).code).toBe(0);
  const { code, stdout } = await run('cache', 'size');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^node_modules\/\.cache\/stele\nbuild +\d+\.\d KiB {2}1 files\n(?:\w+ .*\n)*all +/);
  const cleared = await run('cache', 'clear');
  expect([cleared.code, cleared.stderr]).toEqual([
    0,
    expect.stringMatching(/^Removed \d+\.\d KiB from node_modules\/\.cache\/stele\.\n$/),
  ]);
  expect((await run('cache', 'size')).stderr).toBe('The cache is empty.\n');
  expect((await run('build')).stderr).toMatch(/^Built 1 page/m);
});

test('keeps files of other programs and the history of renames', async () => {
  await mkdir(caches, { recursive: true });
  const others = ['renames-0123456789abcdef.json', 'notes.txt', 'builder-1.json'];
  for (const name of others) await writeFile(join(caches, name), 'x');
  await writeFile(join(caches, 'colours-0123456789abcdef.json'), 'x');
  await run('cache', 'clear');
  expect((await readdir(caches)).sort()).toEqual(others.toSorted());
  expect(existsSync(join(folder, 'content/a.mdx'))).toBe(true);
});

test.each([[[]], [['shrink']], [['size', 'clear']]])('refuses the words %j', async (words) => {
  const { code, stderr } = await run('cache', ...words);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/stele cache takes one word: size or clear\./)]);
});
