// The time for a long paragraph is linear in its length.

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

test.each([
  ['escapes', 'a b\\\\'],
  ['words after an open bracket', '(a', '!['],
  ['references', 'a b&amp;'],
  ['lines', 'a b c d e f g h i\n'],
  ['mail addresses', 'a@b.c d e '],
  ['addresses', 'https://a.b c d '],
])('the time for a paragraph of %s is linear in its length', (_name, unit, before = '') => {
  const page = { 'a.md': `# A\n\n${before}${unit.repeat(300_000 / unit.length)}\n` };
  let found: readonly string[] = [];
  expect(cpuTime(() => void (found = findings(compile(page))))).toBeLessThan(4000);
  expect(found).toEqual([]);
});
