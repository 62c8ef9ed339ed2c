// The linters, the type checks and the formatter are part of the tests, since everybody runs `npm test`. The format of
// all files takes 20 s of processor time without a cache: lint.long.test.ts.

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandOf, root, run } from './lint-tools.ts';
import { run as start } from './scripts/run-script.ts';

/** Files that Prettier formats and that differ from the commit before the last one, or else from the last one. */
async function changedFiles(): Promise<readonly string[]> {
  const git = (...args: readonly string[]): ReturnType<typeof start> => start('git', args, { cwd: root });
  const diff = ['diff', '--name-only', '--diff-filter=d', '-z'];
  const before = await git(...diff, 'HEAD~1');
  const { stdout: changed } = before.code === 0 ? before : await git(...diff, 'HEAD');
  const { stdout: added } = await git('ls-files', '--others', '--exclude-standard', '-z');
  return `${changed}${added}`.split('\0').filter((path) => /\.(?:ts|mjs|astro|css)$/.test(path));
}

// The tools run side by side, so that each core has work.
describe.concurrent('the whole repository', () => {
  test('the checker of .astro files reports no type errors', async ({ expect }) => {
    expect(await run(join(root, 'scripts/check-astro.ts'), [])).toBe('');
  });

  test('the TypeScript compiler reports no errors', async ({ expect }) => {
    // TypeScript keeps what it knows of each file, and checks only what changes since the last run affect.
    const memory = ['--incremental', '--tsBuildInfoFile', '.cache/types-of-tests.json'];
    expect(await run(commandOf('typescript'), ['--noEmit', ...memory])).toBe('');
  });

  test('Prettier finds no file to format among those that the work tree and the last commit change', async ({
    expect,
  }) => {
    const files = await changedFiles();
    const args = ['--check', '--log-level', 'warn', '--no-error-on-unmatched-pattern', ...files];
    expect(files.length === 0 ? '' : await run(commandOf('prettier'), args)).toBe('');
  });

  test('oxlint reports nothing', async ({ expect }) => {
    expect(await run(commandOf('oxlint'), [])).toBe('');
  });
});

describe('the rules of the core', () => {
  const rooms = ['compiler/check', 'outputs/search', 'outputs/export', 'authoring/edit'];
  let reports: readonly { readonly filename: string; readonly message: string; readonly help?: string }[];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stele-lint-'));
    try {
      copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
      const code = ["import { env } from 'node:process';", 'export const all = [env, process.env, fetch("/")];', ''];
      for (const room of rooms) {
        mkdirSync(join(folder, 'src', room), { recursive: true });
        writeFileSync(join(folder, 'src', room, 'impure.ts'), code.join('\n'));
      }
      const output = await run(commandOf('oxlint'), ['--format', 'json'], folder);
      reports = (JSON.parse(output) as { readonly diagnostics: typeof reports }).diagnostics;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each(rooms)('oxlint reports a file of src/%s that uses the disk, the environment or the network', (room) => {
    const found = reports
      .filter(({ filename }) => filename === `src/${room}/impure.ts`)
      .map(({ message, help }) => `${message} ${help}`)
      .join('\n');
    expect(found).toContain('The core is pure');
    expect(found).toContain("Unexpected use of 'process'");
    expect(found).toContain("Unexpected use of 'fetch'");
  });
});

test('no line of src is longer than 120 characters, not even in comments and texts, which Prettier leaves', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const long = files
    .filter((name) => /\.(?:ts|astro|css)$/.test(name))
    .flatMap((name) =>
      readFileSync(join(root, 'src', name), 'utf8')
        .split('\n')
        .flatMap((line, i) => ([...line].length > 120 ? [`src/${name}:${i + 1}`] : [])),
    );
  expect(long).toEqual([]);
});
