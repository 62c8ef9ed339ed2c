// When drawn pages are kept in the cache.

import { expect, test } from 'vitest';
import { keepsPages } from '../../src/cli/keeps-pages.ts';

test.each([
  [9, undefined, true],
  [2_000, undefined, true],
  [2_001, undefined, false],
  [9_028, 'true', true],
  [9_028, '1', true],
  [9_028, '', false],
  [9_028, 'false', false],
])('a build with %d drawn pages and CI=%s keeps them: %s', (drawn, ci, expected) => {
  expect(keepsPages(drawn, ci)).toBe(expected);
});
