// The states of a new site are seen before it is moved to its place.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
