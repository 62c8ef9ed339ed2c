// Random changes of a watched content folder are all reported.

import { appendFileSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startRandomChanges } from './random-changes.ts';
import { makeWatchedFolder, pause } from './watched-folder.ts';

test('reports all random changes, and leaves no file open', async () => {
  const { root, content, begin, onReport, calm } = makeWatchedFolder();
  const changes = startRandomChanges(root, 11);
  await begin(content);
  await calm();
  const open = openFiles();
  for (let i = 0; i < 6; i++) {
    const before = stateOf(content);
    const told: unknown[] = [];
    onReport((paths) => void told.push(paths));
    const change = changes.next();
    const isChanged = stateOf(content) !== before;
    if (isChanged) for (const end = Date.now() + 60_000; told.length === 0 && Date.now() < end;) await pause(20);
    expect(told.length > 0 || !isChanged, change).toBe(true);
    await calm();
    // The deepest folders are watched last.
    const page = realpathSync(pagesIn(content).sort((a, b) => b.split('/').length - a.split('/').length)[0]!);
    // On a busy machine a late report of the change before comes first.
    const all = new Set<string>();
    onReport((paths) => [...paths].forEach((path) => all.add(path)));
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
