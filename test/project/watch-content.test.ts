// Watching a content folder: each change is reported, whatever made it, and no file stays open.

import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchContent } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { startRandomChanges } from './random-changes.ts';

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

test('reports all random changes, and leaves no file open', async () => {
  const changes = startRandomChanges(root, 11);
  await begin(content);
  await calm();
  const open = openFiles();
  for (let i = 0; i < 6; i++) {
    const before = stateOf(content);
    const told: unknown[] = [];
    onBurst = (paths) => void told.push(paths);
    const change = changes.next();
    const isChanged = stateOf(content) !== before;
    if (isChanged) for (const end = Date.now() + 60_000; told.length === 0 && Date.now() < end;) await pause(20);
    expect(told.length > 0 || !isChanged, change).toBe(true);
    await calm();
    // The deepest folders are watched last.
    const page = realpathSync(pagesIn(content).sort((a, b) => b.split('/').length - a.split('/').length)[0]!);
    // On a busy machine a late report of the change before comes first.
    const all = new Set<string>();
    onBurst = (paths) => [...paths].forEach((path) => all.add(path));
    appendFileSync(page, `After ${i}.\n`);
    await expect.poll(() => [...all], { message: change }).toContain(page);
    await calm();
  }
  expect(openFiles()).toBeLessThan(open + 5);
}, 120_000);

const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

const stateOf = (folder: string): string =>
  pagesIn(folder)
    .sort()
    .map((path) => `${path}\n${readFileSync(path, 'utf8')}`)
    .join('\n');

function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
