// The linters, the type checks and the formatter are part of the tests, since everybody runs `npm test`.

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run as start } from './scripts/run-script.ts';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Runs a file with this Node. Returns its output if it fails, else an empty text. */
async function run(file: string, args: readonly string[], cwd = root): Promise<string> {
  const { code, stdout, stderr } = await start(process.execPath, [file, ...args], { cwd });
  return code === 0 ? '' : stdout + stderr;
}

/** The file of a package's command. */
function commandOf(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Readonly<Record<string, string>> };
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[name] ?? bin['tsc']!));
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

  test('Prettier finds no file to format', async ({ expect }) => {
    // The tests have their own cache: a cache is for one version of Node, and `npm run lint` may run with another.
    const cache = ['--cache', '--cache-location', '.cache/prettier-of-tests', '--cache-strategy', 'content'];
    const args = ['--check', ...cache, '--log-level', 'warn', '**/*.{ts,mjs,astro,css}'];
    expect(await run(commandOf('prettier'), args)).toBe('');
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
