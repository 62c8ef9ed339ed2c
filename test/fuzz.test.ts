// Some inputs of `npm run fuzz`, and each input that once showed a fault. For more, see fuzz.long.test.ts.

import { afterAll, expect, test } from 'vitest';
import { listFinds, readFind } from '../scripts/fuzz/find-folder.ts';
import { createJudge } from '../scripts/fuzz/judge-pool.ts';
import { makeInput } from '../scripts/fuzz/make-input.ts';
import { readOwnSeeds } from '../scripts/fuzz/read-seeds.ts';
import { runFuzz } from '../scripts/fuzz/run-fuzz.ts';

const seeds = readOwnSeeds();
const judge = createJudge({ limit: 2000, deadline: 100_000 });
afterAll(() => judge.close());

test('100 broken inputs give results or findings in time', async () => {
  const { finds } = await runFuzz({ seeds, seed: 1, count: 100, jobs: 1 });
  expect(finds).toEqual([]);
});

test.each(listFinds())('the input %s gives a result or findings in time', async (name) => {
  expect(await judge.judge(readFind(name))).toMatchObject({ kind: 'sound' });
});

test('the same seed and number give the same input', () => {
  expect(makeInput(seeds, 5, 7)).toEqual(makeInput(seeds, 5, 7));
  expect(makeInput(seeds, 5, 7)).not.toEqual(makeInput(seeds, 5, 8));
});
