// The states of a new site are seen before it is moved to its place.

import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildMemory, writeMarker } from '../../src/project/index.ts';
import { markerFile } from '../../src/project/site-marker.ts';
import { afterMove, lookAtWholeSite, lookBeforeMove } from '../../src/project/site-states.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

const files = ['a/b/index.html', 'index.html', markerFile];
let folder: string;
let place: string;
beforeEach(() => {
  folder = temporaryFolder();
  place = join(folder, 'out');
  mkdirSync(join(folder, 'new/a/b'), { recursive: true });
  for (const file of files) writeFileSync(join(folder, 'new', file), file);
});
afterEach(() => removeFolder(folder));

test('a look before the move is equal to one after it', async () => {
  const early = await lookBeforeMove(join(folder, 'new'), files);
  renameSync(join(folder, 'new'), place);
  const seen = afterMove(place, early);
  expect(seen).toEqual(lookAtWholeSite(place, files));
  expect([...seen!.folders.keys()]).toEqual(['', 'a/b', 'a']);
});

test('a look is not used if the move has changed the states of files', async () => {
  const early = await lookBeforeMove(join(folder, 'new'), files);
  renameSync(join(folder, 'new'), place);
  // A file system that gives files other numbers when they are moved.
  renameSync(join(place, markerFile), join(folder, 'old'));
  writeFileSync(join(place, markerFile), markerFile);
  expect(afterMove(place, early)).toBeUndefined();
});

test('a build waits for the look before it moves the site', async () => {
  const content = join(folder, 'content');
  for (const path of [content, join(folder, 'node_modules')]) mkdirSync(path);
  writeFileSync(join(content, 'site.yaml'), 'format: 1\n');
  // Another thread looks at so many files.
  const all = [...files, ...Array.from({ length: 7_000 }, (_, i) => `absent/${i}`)];
  await writeMarker(join(folder, 'new'), { pages: 1, version: '0', base: '/' }, all);
  const memory = (await BuildMemory.open(content, place, ''))!;
  memory.lookEarly(join(folder, 'new'), all);
  await memory.forget();
  renameSync(join(folder, 'new'), place);
  const isKnownAfter = async (change: () => void): Promise<boolean> => {
    change();
    const report = { findings: { plain: '', coloured: '' }, found: '', summary: '' };
    await memory.keep({ routes: new Map(), report });
    return (await BuildMemory.open(content, place, ''))!.isSiteUnchanged();
  };
  expect(await isKnownAfter(() => {})).toBe(true);
  // A program that changes the site after the look is not taken for the build.
  expect(await isKnownAfter(() => appendFileSync(join(place, 'index.html'), 'other'))).toBe(false);
});
