// Changes inside of files that a loss of power may undo.

import { expect, test } from 'vitest';
import { isWritten, mayBeLost, noteBoot, readBootId } from '../../src/disk/index.ts';

test.skipIf(readBootId() === undefined)('changes may be lost only if the system has started again', () => {
  const boot = noteBoot()!;
  expect(mayBeLost(boot)).toBe(false);
  expect(mayBeLost({ ...boot, id: 'other' })).toBe(true);
});

test('changes are on the disk after an hour, and not if the clock was put back', () => {
  expect(isWritten({ id: 'a', at: 0 }, 3_600_001)).toBe(true);
  expect(isWritten({ id: 'a', at: 0 }, 60_000)).toBe(false);
  expect(isWritten({ id: 'a', at: 10_000_000 }, 0)).toBe(false);
});
