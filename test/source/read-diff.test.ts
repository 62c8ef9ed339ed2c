// Lines of a diff: added ones, removed ones, and ones that are neither although they begin with `+` or `-`.

import { expect, test } from 'vitest';
import { readDiff } from '../../src/compiler/source/index.ts';

test.each([
  ['-a\n+b\n c', ['--', '++', undefined]],
  [
    'diff --git a/x b/x\nindex 0a1..1b2\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b',
    ['head', 'head', 'head', 'head', 'head', '--', '++'],
  ],
  ['--- a remark of SQL\n+-- another', ['--', '++']],
  ['1c1\n< a\n---\n> b', ['head', '--', 'head', '++']],
  ['a\n> b', [undefined, undefined]],
  ['', [undefined]],
])('%j', (code, lines) => {
  expect(readDiff(code)).toEqual(lines);
});
