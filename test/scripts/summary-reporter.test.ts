// The last line of a test run counts the results, however the run ends.

import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run, temporaryFolder } from './run-script.ts';

/** Runs test files like those of the repository. Returns the lines of the output and the exit code. */
async function runTests(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const folder = await temporaryFolder();
  for (const name of ['test', 'scripts']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const scripts = ['test.ts', 'browser.ts', 'summary-reporter.ts', 'test-order.ts'].map((name) => `scripts/${name}`);
  for (const name of ['vitest.config.ts', 'test/run-folder.ts', ...scripts]) {
    await copyFile(join(root, name), join(folder, name));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, 'test', name), `import { beforeAll, describe, expect, test } from 'vitest';\n${text}`);
  }
  const env = { CI: '', VITEST: undefined, NODE_ENV: undefined, NO_COLOR: '1', FORCE_COLOR: undefined };
  const ended = await run(process.execPath, [join(folder, 'scripts', 'test.ts'), ...args], { cwd: folder, env });
  return { code: ended.code, lines: ended.stdout.trimEnd().split('\n') };
}

const passing = `test('good', () => expect(1).toBe(1));`;

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
