// Checks the types in `.astro` files: `node scripts/with-node.mjs scripts/check-astro.ts [tsconfig.json]`.
// It calls the checker behind `astro check`. The command itself would also load the site's configuration and write
// files. Prints each finding with its place; the exit code is 1 if there is one. A check of this repository is skipped
// if it found nothing the last time, and nothing that it reads has changed since.

import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = dirname(import.meta.dirname);
const memory = join(root, '.cache/check-astro');
const given = process.argv[2];
const state = given === undefined ? stateOf(root) : undefined;

if (state === undefined || readState() !== state)
  process.exitCode = await check(resolve(given ?? join(root, 'tsconfig.json')));
if (state !== undefined && process.exitCode !== 1) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, state);
}

async function check(tsconfig: string): Promise<number> {
  const require = createRequire(import.meta.url);
  const typescript = require.resolve('typescript-6');

  // The checker asks for `typescript` in several of its packages and needs the JavaScript API, which TypeScript 7 lacks.
  registerHooks({
    resolve: (specifier, context, next) => next(specifier === 'typescript' ? typescript : specifier, context),
  });

  const { AstroCheck } =
    require('@astrojs/language-server/dist/check.js') as typeof import('@astrojs/language-server/dist/check.js');
  const checker = new AstroCheck(dirname(tsconfig), typescript, tsconfig);
  const files = checker.linter.getRootFileNames().filter((file) => file.endsWith('.astro'));
  const { fileResult } = await checker.lint({ fileNames: files, logErrors: { level: 'hint' } });

  if (files.length === 0) console.error(`check-astro: ${tsconfig} includes no .astro file`);
  return files.length === 0 || fileResult.length > 0 ? 1 : 0;
}

/** A hash of all files that a check reads: sources, settings, this script and the versions of packages. */
function stateOf(folder: string): string {
  const hash = createHash('sha256');
  const names = ['tsconfig.json', 'package-lock.json', 'scripts/check-astro.ts'];
  for (const name of [...names, ...globSync('src/**/*.{ts,astro,json}', { cwd: folder }).sort()]) {
    const text = readFileSync(join(folder, name));
    hash.update(`${name} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

/** The state in which the last check found nothing. */
function readState(): string | undefined {
  try {
    return readFileSync(memory, 'utf8');
  } catch {
    return undefined;
  }
}
