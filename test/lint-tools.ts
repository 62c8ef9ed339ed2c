// Runs the linters and the formatter for tests.

import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { run as start } from './scripts/run-script.ts';

const require = createRequire(import.meta.url);

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '..');

/** Runs a file with this Node. Returns its output if it fails, else an empty text. */
export async function run(file: string, args: readonly string[], cwd = root): Promise<string> {
  const { code, stdout, stderr } = await start(process.execPath, [file, ...args], { cwd });
  return code === 0 ? '' : stdout + stderr;
}

/** The file of a package's command. */
export function commandOf(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Readonly<Record<string, string>> };
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[name] ?? bin['tsc']!));
}
