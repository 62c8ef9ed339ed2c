// The linters, the type checks and the formatter are part of the tests, since everybody runs `npm test`.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Runs a package's command with this Node. Returns its output if it fails, else an empty text. */
function run(name: string, args: readonly string[], cwd = root): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Readonly<Record<string, string>> };
  const path = typeof bin === 'string' ? bin : (bin[name] ?? bin['tsc']!);
  const file = join(dirname(manifest), path);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd, encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

test('oxlint reports nothing', () => {
  expect(run('oxlint', [])).toBe('');
}, 30_000);

test.each(['compiler/check', 'outputs/search', 'outputs/export', 'authoring/edit'])(
  'oxlint reports a file of src/%s that uses the disk, the environment or the network',
  (room) => {
    const folder = mkdtempSync(join(tmpdir(), 'stele-lint-'));
    try {
      mkdirSync(join(folder, 'src', room), { recursive: true });
      copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
      const code = ["import { env } from 'node:process';", 'export const all = [env, process.env, fetch("/")];', ''];
      writeFileSync(join(folder, 'src', room, 'impure.ts'), code.join('\n'));
      const output = run('oxlint', [], folder);
      expect(output).toContain('The core is pure');
      expect(output).toContain("Unexpected use of 'process'");
      expect(output).toContain("Unexpected use of 'fetch'");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

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

test('the TypeScript compiler reports no errors', () => {
  // TypeScript keeps what it knows of each file, and checks only what changes since the last run affect.
  const memory = ['--incremental', '--tsBuildInfoFile', '.cache/types-of-tests.json'];
  expect(run('typescript', ['--noEmit', ...memory])).toBe('');
}, 60_000);

test('the checker of .astro files reports no type errors', () => {
  const script = join(root, 'scripts/check-astro.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
}, 60_000);

test('Prettier finds no file to format', () => {
  // The tests have their own cache: a cache is for one version of Node, and `npm run lint` may run with another.
  const cache = ['--cache', '--cache-location', '.cache/prettier-of-tests', '--cache-strategy', 'content'];
  expect(run('prettier', ['--check', ...cache, '--log-level', 'warn', '**/*.{ts,mjs,astro,css}'])).toBe('');
}, 60_000);
