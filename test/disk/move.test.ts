// Moves and removals on Windows, where another program may have a file open for a moment.

import { expect, test } from 'vitest';
import { move, moveNow, removeNow } from '../../src/disk/move.ts';

/** A system whose moves fail with these errors, one after the other, and then succeed. */
function failing(isWindows: boolean, codes: readonly string[]) {
  const left = [...codes];
  const moveNow = (): void => {
    const code = left.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  return { isWindows, left, moveNow, removeNow: moveNow, move: async () => moveNow() };
}

test('on Windows, a file that is open for a moment is moved or removed later', async () => {
  const [one, two, three] = [['EPERM', 'EBUSY'], ['EACCES'], ['EPERM']].map((codes) => failing(true, codes));
  await move('a', 'b', one);
  moveNow('a', 'b', two);
  removeNow('a', three);
  expect([one, two, three].map((each) => each!.left)).toEqual([[], [], []]);
});

test('other errors, and those of other systems, are thrown at once', async () => {
  const [full, linux] = [failing(true, ['ENOSPC', 'EPERM']), failing(false, ['EPERM', 'EPERM'])];
  await expect(move('a', 'b', full)).rejects.toThrow('ENOSPC');
  for (const now of [() => moveNow('a', 'b', linux), () => removeNow('a', linux)]) expect(now).toThrow('EPERM');
  expect([full.left, linux.left]).toEqual([['EPERM'], []]);
});

test('a file that stays open is an error in the end', async () => {
  await expect(move('a', 'b', failing(true, Array<string>(20).fill('EPERM')))).rejects.toThrow('EPERM');
});
