// Work on a busy disk is tried again if that may help.

import { expect, test } from 'vitest';
import { tryAgain } from '../../src/project/leftovers.ts';

/** Work that fails so many times, and how often it was begun. */
const failing = (times: number): { work: () => Promise<void>; begun: () => number } => {
  let begun = 0;
  const work = async (): Promise<void> => {
    if (++begun <= times) throw new Error(`try ${begun}`);
  };
  return { work, begun: () => begun };
};

test('work that fails at first is done', async () => {
  const { work, begun } = failing(3);
  await tryAgain(work);
  expect(begun()).toBe(4);
});

test('the last error of work that fails every time is thrown', async () => {
  await expect(tryAgain(failing(9).work)).rejects.toThrow('try 4');
});

test('an error that no second try changes is thrown at once', async () => {
  const { work, begun } = failing(1);
  await expect(tryAgain(work, () => true)).rejects.toThrow('try 1');
  expect(begun()).toBe(1);
});
