// Watching a content folder: each change is reported, whatever made it, and no file stays open.

import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWatchedFolder, type WatchedFolder } from './watched-folder.ts';

/** The paths that are reported after a change. Fails if none are reported for a minute. */
function toldAfter({ root, onReport }: WatchedFolder, change: () => void): Promise<readonly string[]> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('the change was not reported')), 60_000);
    onReport((paths) => {
      clearTimeout(timer);
      done([...paths].map((path) => path.slice(root.length + 1)));
    });
    change();
  });
}

test('reports later changes of a file that was replaced by a rename', async () => {
  const watched = makeWatchedFolder();
  const { root, content, begin } = watched;
  const file = join(content, 'a.mdx');
  writeFileSync(file, 'one');
  await begin(content);
  for (const name of ['two', 'three', 'four']) {
    const told = await toldAfter(watched, () => {
      writeFileSync(join(root, 'draft'), name);
      renameSync(join(root, 'draft'), file);
    });
    expect(told).toContain('content/a.mdx');
  }
  expect(await toldAfter(watched, () => writeFileSync(file, 'five'))).toContain('content/a.mdx');
});

test('reports the removal of a folder, its return, and later saves in it', async () => {
  const watched = makeWatchedFolder();
  const { root, content, begin, calm } = watched;
  writeFileSync(join(content, 'a.mdx'), 'one');
  await begin(content);
  await toldAfter(watched, () => renameSync(content, join(root, 'away')));
  await calm();
  await toldAfter(watched, () => renameSync(join(root, 'away'), content));
  await calm();
  expect(await toldAfter(watched, () => writeFileSync(join(content, 'a.mdx'), 'two'))).toContain('content/a.mdx');
});

test('waits for a folder that does not exist yet', async () => {
  const watched = makeWatchedFolder();
  const { root, content, begin, calm } = watched;
  await begin(content, join(root, 'public'));
  await toldAfter(watched, () => mkdirSync(join(root, 'public')));
  await calm();
  expect(await toldAfter(watched, () => writeFileSync(join(root, 'public/x.txt'), 'x'))).toContain('public/x.txt');
});

test('follows a content folder that is a link, also after its target changes', async () => {
  const watched = makeWatchedFolder();
  const { root, content, begin, calm } = watched;
  for (const name of ['v1', 'v2']) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'a.mdx'), name);
  }
  rmSync(content, { recursive: true });
  symlinkSync('v1', content);
  await begin(content);
  expect(await toldAfter(watched, () => writeFileSync(join(root, 'v1/a.mdx'), 'new'))).toContain('content/a.mdx');
  await toldAfter(watched, () => {
    symlinkSync('v2', join(root, 'next'));
    renameSync(join(root, 'next'), content);
  });
  await calm();
  expect(await toldAfter(watched, () => writeFileSync(join(root, 'v2/a.mdx'), 'new'))).toContain('content/a.mdx');
});

test('does not report files that belong to no page', async () => {
  const watched = makeWatchedFolder();
  const { content, begin } = watched;
  mkdirSync(join(content, '.git'));
  mkdirSync(join(content, 'node_modules'));
  await begin(content);
  const told = await toldAfter(watched, () => {
    for (const path of ['.git/index', 'node_modules/x.js', '.a.mdx.swp', 'a.mdx'])
      writeFileSync(join(content, path), 'x');
  });
  expect(told).toEqual(['content/a.mdx']);
});
