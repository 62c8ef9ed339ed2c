// The last line of a run with a filter, without tests, and of the long tests.

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
