// Watching a content folder: each change is reported, whatever made it, and no file stays open.

import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchContent } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let root: string;
let content: string;
let stop: AbortController;
/** Called at the next report of changes. */
let onBurst: (paths: ReadonlySet<string>) => void = () => {};
let watching: Promise<void>;
beforeEach(() => {
  root = temporaryFolder();
  content = join(root, 'content');
  mkdirSync(content);
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await watching;
  removeFolder(root);
});

const begin = (...folders: readonly string[]): Promise<unknown> =>
  new Promise((begun) => {
    onBurst = begun;
    watching = (async () => {
      for await (const paths of watchContent(folders, stop.signal)) onBurst(paths);
    })();
  });

/** The paths that are reported after a change. Fails if none are reported for a minute. */
const toldAfter = (change: () => void): Promise<readonly string[]> =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('the change was not told')), 60_000);
    onBurst = (paths) => {
      clearTimeout(timer);
      done([...paths].map((path) => path.slice(root.length + 1)));
    };
    change();
  });

/** Waits until no changes have been reported for a while. */
const calm = async (): Promise<void> => {
  for (let isCalm = false; !isCalm;) {
    isCalm = true;
    onBurst = () => void (isCalm = false);
    await pause(150);
  }
};

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

test('reports later changes of a file that was replaced by a rename', async () => {
  const file = join(content, 'a.mdx');
  writeFileSync(file, 'one');
  await begin(content);
  for (const name of ['two', 'three', 'four']) {
    const told = await toldAfter(() => {
      writeFileSync(join(root, 'draft'), name);
      renameSync(join(root, 'draft'), file);
    });
    expect(told).toContain('content/a.mdx');
  }
  expect(await toldAfter(() => writeFileSync(file, 'five'))).toContain('content/a.mdx');
});

test('reports the removal of a folder, its return, and later saves in it', async () => {
  writeFileSync(join(content, 'a.mdx'), 'one');
  await begin(content);
  await toldAfter(() => renameSync(content, join(root, 'away')));
  await calm();
  await toldAfter(() => renameSync(join(root, 'away'), content));
  await calm();
  expect(await toldAfter(() => writeFileSync(join(content, 'a.mdx'), 'two'))).toContain('content/a.mdx');
});

test('waits for a folder that does not exist yet', async () => {
  await begin(content, join(root, 'public'));
  await toldAfter(() => mkdirSync(join(root, 'public')));
  await calm();
  expect(await toldAfter(() => writeFileSync(join(root, 'public/x.txt'), 'x'))).toContain('public/x.txt');
});

test('follows a content folder that is a link, also after its target changes', async () => {
  for (const name of ['v1', 'v2']) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'a.mdx'), name);
  }
  rmSync(content, { recursive: true });
  symlinkSync('v1', content);
  await begin(content);
  expect(await toldAfter(() => writeFileSync(join(root, 'v1/a.mdx'), 'new'))).toContain('content/a.mdx');
  await toldAfter(() => {
    symlinkSync('v2', join(root, 'next'));
    renameSync(join(root, 'next'), content);
  });
  await calm();
  expect(await toldAfter(() => writeFileSync(join(root, 'v2/a.mdx'), 'new'))).toContain('content/a.mdx');
});

test('does not report files that belong to no page', async () => {
  mkdirSync(join(content, '.git'));
  mkdirSync(join(content, 'node_modules'));
  await begin(content);
  const told = await toldAfter(() => {
    for (const path of ['.git/index', 'node_modules/x.js', '.a.mdx.swp', 'a.mdx'])
      writeFileSync(join(content, path), 'x');
  });
  expect(told).toEqual(['content/a.mdx']);
});
