// 2,000 inputs of `npm run fuzz`, made only from files of this repository, so that they are the same on every machine.

import { expect, test } from 'vitest';
import { readOwnSeeds } from '../scripts/fuzz/read-seeds.ts';
import { runFuzz } from '../scripts/fuzz/run-fuzz.ts';

test('2,000 broken inputs give results or findings in time', async () => {
  const { finds } = await runFuzz({ seeds: readOwnSeeds(), seed: 2, count: 2000, jobs: 2 });
  expect(finds).toEqual([]);
});
