// Types and lint are part of the tests: `npm test` is what everybody runs.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Runs a package's command with this Node; gives its words where it complains. */
function run(name: string, args: readonly string[]): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Readonly<Record<string, string>> };
  const place = typeof bin === 'string' ? bin : (bin[name] ?? bin['tsc']!);
  const file = join(dirname(manifest), place);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

test('oxlint has nothing to say', () => {
  expect(run('oxlint', [])).toBe('');
}, 30_000);

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
