// An operation on a busy disk is repeated if that may help.

import { expect, test } from 'vitest';
import { tryAgain } from '../../src/disk/leftovers.ts';

/** An operation that fails a number of times, and a function that returns how often it was started. */
const failing = (times: number): { work: () => Promise<void>; begun: () => number } => {
  let begun = 0;
  const work = async (): Promise<void> => {
    if (++begun <= times) throw new Error(`try ${begun}`);
  };
  return { work, begun: () => begun };
};

test('an operation that fails at first is repeated until it succeeds', async () => {
  const { work, begun } = failing(3);
  await tryAgain(work);
  expect(begun()).toBe(4);
});

test('throws the last error of an operation that always fails', async () => {
  await expect(tryAgain(failing(9).work)).rejects.toThrow('try 4');
});

test('throws at once an error that repeating cannot change', async () => {
  const { work, begun } = failing(1);
  await expect(tryAgain(work, () => true)).rejects.toThrow('try 1');
  expect(begun()).toBe(1);
});
