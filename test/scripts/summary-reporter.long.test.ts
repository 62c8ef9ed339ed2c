// The last line of a run with a filter, without tests, and of the long tests.

import { expect, test } from 'vitest';
import { passing, runTests } from './run-tests.ts';

test('counts nothing if no test is found', async () => {
  const { code, lines } = await runTests({ 'a.test.ts': passing }, ['test/nowhere']);
  expect(lines.at(-1)).toBe('0 passed, 0 failed');
  expect(code).toBe(1);
});

test('runs only the long tests if asked to', async () => {
  const both = passing + passing.replace('good', 'fine');
  const { lines } = await runTests({ 'a.test.ts': passing, 'b.long.test.ts': both }, ['--long']);
  expect(lines.at(-1)).toBe('2 passed, 0 failed');
});

test('does not name tests that a filter by name excludes', async () => {
  const { lines } = await runTests({ 'a.test.ts': `${passing} test('other', () => {});` }, ['-t', 'good']);
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped');
  expect(lines.join('\n')).not.toContain('skipped: ');
});
