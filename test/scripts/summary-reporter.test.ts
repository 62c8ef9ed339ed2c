// The last line of a test run counts the results, however the run ends.

import { expect, test } from 'vitest';
import { passing, runTests } from './run-tests.ts';

test('counts passed tests', async () => {
  const { code, lines } = await runTests({ 'a.test.ts': passing, 'b.long.test.ts': passing });
  expect(lines.at(-1)).toBe('1 passed, 0 failed');
  expect(code).toBe(0);
});

test('counts failed tests, and names skipped ones with their reasons', async () => {
  const { code, lines } = await runTests({
    'a.test.ts': `${passing}
      test('bad', () => expect(1).toBe(2));
      test('no tool', (context) => context.skip('there is no ruby'));
      test.skip('silent', () => {});
      test.todo('later');`,
  });
  expect(lines.slice(-5)).toEqual([
    '  skipped: test/a.test.ts > no tool (there is no ruby)',
    '  skipped: test/a.test.ts > silent (no reason given)',
    '  skipped: test/a.test.ts > later (not written yet)',
    '',
    '1 passed, 1 failed, 3 skipped',
  ]);
  expect(code).toBe(1);
});

test('counts a file that does not load, a hook that throws, and an error outside of tests', async () => {
  const { code, lines } = await runTests({
    'file.test.ts': `import './missing.ts';`,
    'hook.test.ts': `describe('all', () => { beforeAll(() => { throw new Error('hook'); }); ${passing} });`,
    'late.test.ts': `test('late', async () => {
      setTimeout(() => { throw new Error('late'); }, 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });`,
  });
  expect(lines.at(-1)).toBe('1 passed, 3 failed, 1 skipped');
  expect(code).toBe(1);
});
