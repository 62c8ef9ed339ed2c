// Runs test files of their own with the configuration and the reporter of the repository.

import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run, temporaryFolder } from './run-script.ts';

/** Runs test files like those of the repository. Returns the lines of the output and the exit code. */
export async function runTests(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
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

/** The text of a test that passes. */
export const passing = `test('good', () => expect(1).toBe(1));`;
