// The states of files: a thread looks at many of them.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { areInStates, lookAt, lookAtMany } from '../../src/disk/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

test.each([2, 7_000])('%i entries', async (count) => {
  mkdirSync(join(folder, 'a'));
  for (const name of ['a/ö', 'b']) writeFileSync(join(folder, name), '1');
  const absent = Array.from({ length: count }, (_, i) => `absent\n${i}`);
  const known = lookAt(folder, ['', 'a', 'a/ö', 'b', ...absent], 0).states;
  expect(await lookAtMany(folder, [...known.keys()])).toEqual(known);
  expect(await areInStates(folder, known)).toBe(true);
  writeFileSync(join(folder, 'a/ö'), '12');
  expect(await areInStates(folder, known)).toBe(false);
  expect(await areInStates(folder, lookAt(folder, known.keys(), 0).states)).toBe(true);
  rmSync(join(folder, 'b'));
  expect(await areInStates(folder, new Map([...known].filter(([path]) => path !== 'a/ö')))).toBe(false);
});
