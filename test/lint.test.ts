// Types and lint are part of the tests, since everybody runs `npm test`.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Runs a package's command with this Node; gives its words where it complains. */
function run(name: string, args: readonly string[], cwd = root): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Readonly<Record<string, string>> };
  const place = typeof bin === 'string' ? bin : (bin[name] ?? bin['tsc']!);
  const file = join(dirname(manifest), place);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd, encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

test('oxlint has nothing to say', () => {
  expect(run('oxlint', [])).toBe('');
}, 30_000);

test.each(['compiler/check', 'outputs/search', 'outputs/export', 'authoring/edit'])(
  'oxlint reports a file of src/%s that reads the disk, the environment or the network',
  (room) => {
    const folder = mkdtempSync(join(tmpdir(), 'stele-lint-'));
    try {
      mkdirSync(join(folder, 'src', room), { recursive: true });
      copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
      const code = ["import { env } from 'node:process';", 'export const all = [env, process.env, fetch("/")];', ''];
      writeFileSync(join(folder, 'src', room, 'impure.ts'), code.join('\n'));
      const words = run('oxlint', [], folder);
      expect(words).toContain('The core is pure');
      expect(words).toContain("Unexpected use of 'process'");
      expect(words).toContain("Unexpected use of 'fetch'");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('the types fit', () => {
  expect(run('typescript', ['--noEmit'])).toBe('');
}, 60_000);

test('the types in .astro files fit', () => {
  const script = join(root, 'scripts/check-astro.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
}, 60_000);

test('prettier finds nothing to format', () => {
  // A cache of its own: a cache holds for one version of Node, and `npm run lint` may run with another.
  const cache = ['--cache', '--cache-location', '.cache/prettier-of-tests', '--cache-strategy', 'content'];
  expect(run('prettier', ['--check', ...cache, '--log-level', 'warn', '**/*.{ts,mjs,astro,css}'])).toBe('');
}, 60_000);
