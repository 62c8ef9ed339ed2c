// 2,300 inputs of `npm run fuzz`, made only from files of this repository, so that they are the same on every machine.

import { expect, test } from 'vitest';
import { readOwnSeeds } from '../scripts/fuzz/read-seeds.ts';
import { runFuzz } from '../scripts/fuzz/run-fuzz.ts';

test.each([
  [2000, 2],
  [300, 1],
])('%i broken inputs of seed %i give results or findings in time', async (count, seed) => {
  const { finds } = await runFuzz({ seeds: readOwnSeeds(), seed, count, jobs: 2 });
  expect(finds).toEqual([]);
});
