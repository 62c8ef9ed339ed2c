// `.ci/run`, with a replacement for npm: each step runs, each failure fails the run, and the last line counts all
// tests.

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run, temporaryFolder } from './run-script.ts';

/** The shell command of each step, by the words after `npm`. */
type Steps = Readonly<Record<string, string>>;

const good: Steps = {
  ci: ':',
  'run build': 'echo built',
  test: 'echo "  3 passed, 9 failed (of something)"; echo "5 passed, 0 failed, 2 skipped"',
  'run --if-present test:long': 'echo "4 passed, 0 failed"',
};

async function runCi(changes: Steps) {
  const folder = await temporaryFolder();
  for (const name of ['.ci', 'bin', 'elsewhere']) await mkdir(join(folder, name));
  await cp(join(root, '.ci', 'run'), join(folder, '.ci', 'run'));
  const cases = Object.entries({ ...good, ...changes }).map(([words, action]) => `'${words}') ${action} ;;`);
  const npm = `#!/bin/sh\npwd >> ${folder}/log\necho "$*" >> ${folder}/log\ncase "$*" in\n${cases.join('\n')}\nesac\n`;
  await writeFile(join(folder, 'bin', 'npm'), npm, { mode: 0o755 });
  const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}` };
  const { code, stdout } = await run(join(folder, '.ci', 'run'), [], { cwd: join(folder, 'elsewhere'), env });
  const log = (await readFile(join(folder, 'log'), 'utf8')).replaceAll(`${folder}\n`, '').trim().split('\n');
  return { code, log, lines: stdout.trimEnd().split('\n') };
}

test('passes if each step passes, and counts all tests', async () => {
  const { code, log, lines } = await runCi({});
  expect(code).toBe(0);
  expect(log).toEqual(['ci', 'run build', 'test', 'run --if-present test:long']);
  expect(lines.at(-1)).toBe('9 passed, 0 failed, 2 skipped');
});

test.each([
  ['run build', 'exit 1', '9 passed, 0 failed, 2 skipped'],
  ['test', 'echo "4 passed, 1 failed"; exit 1', '8 passed, 1 failed'],
  ['run --if-present test:long', 'echo "3 passed, 1 failed"; exit 1', '8 passed, 1 failed, 2 skipped'],
])('fails if `npm %s` fails, but runs the other steps', async (step, action, last) => {
  const { code, log, lines } = await runCi({ [step]: action });
  expect(code).toBe(1);
  expect(log).toHaveLength(4);
  expect(lines.slice(-2)).toEqual([`failed: npm ${step.replace('--if-present ', '')}`, last]);
});

test('counts one failure if no test run ended', async () => {
  const { code, lines } = await runCi({ test: 'exit 1', 'run --if-present test:long': ':' });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
});

test('ends at once if the install fails', async () => {
  const { code, log } = await runCi({ ci: 'exit 1' });
  expect(code).toBe(1);
  expect(log).toEqual(['ci']);
});
