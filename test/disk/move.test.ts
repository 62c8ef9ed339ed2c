// Moves on Windows, where another program may have a file open for a moment.

import { expect, test } from 'vitest';
import { move, moveNow } from '../../src/disk/move.ts';

/** A system whose moves fail with these errors, one after the other, and then succeed. */
function failing(isWindows: boolean, codes: readonly string[]) {
  const left = [...codes];
  const moveNow = (): void => {
    const code = left.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  return { isWindows, left, moveNow, move: async () => moveNow() };
}

test('on Windows, a file that is open for a moment is moved later', async () => {
  const [one, other] = [failing(true, ['EPERM', 'EBUSY']), failing(true, ['EACCES'])];
  await move('a', 'b', one);
  moveNow('a', 'b', other);
  expect([one.left, other.left]).toEqual([[], []]);
});

test('other errors, and those of other systems, are thrown at once', async () => {
  const [full, linux] = [failing(true, ['ENOSPC', 'EPERM']), failing(false, ['EPERM', 'EPERM'])];
  await expect(move('a', 'b', full)).rejects.toThrow('ENOSPC');
  expect(() => moveNow('a', 'b', linux)).toThrow('EPERM');
  expect([full.left, linux.left]).toEqual([['EPERM'], ['EPERM']]);
});

test('a file that stays open is an error in the end', async () => {
  await expect(move('a', 'b', failing(true, Array<string>(20).fill('EPERM')))).rejects.toThrow('EPERM');
});
