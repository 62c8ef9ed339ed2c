// Runs commands in a content folder full of code (`writeTraps`), and expects that no code ran.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { filesBelow } from './files-below.ts';
import { runStele } from '../site/run-stele.ts';

/** Commands with their accepted exit codes: for findings, or for a refusal to change content with mistakes. */
type Read = readonly [args: readonly string[], codes: readonly number[]];

/** Commands of `npm test`. */
export const quickReads: readonly Read[] = [
  [['check', '--no-cache'], [1]],
  [
    ['new', 'page', 'b'],
    [0, 2],
  ],
];

/** The other commands that only read content. */
export const otherReads: readonly Read[] = [
  [['check', '--format', 'sarif'], [1]],
  [['export'], [1]],
  [['schema', 'page'], [0]],
  [
    ['rename', 'door.id', 'door.identifier', '--dry-run'],
    [0, 2],
  ],
  [
    ['new', 'entity', 'a', 'window'],
    [0, 2],
  ],
  [
    ['new', 'sample', 'a', 'window'],
    [0, 2],
  ],
];

/** Expects that a command ends with one of the codes, runs no code, and writes nothing unless it is asked to. */
export async function readsOnly(folder: string, args: readonly string[], codes: readonly number[]): Promise<void> {
  const before = [...(await filesBelow(folder)).keys()];
  // Runs inside the folder with its package and configuration files.
  const ended = await runStele([...args, '--content', '.'], { cwd: join(folder, 'content') });
  expect(codes).toContain(ended.code);
  expect([ended.stderr.includes('bug in Stele'), existsSync(join(folder, 'trace'))]).toEqual([false, false]);
  if (!['new', 'rename'].includes(args[0]!)) {
    const after = [...(await filesBelow(folder)).keys()];
    expect(after.filter((path) => !path.includes('node_modules/.cache/'))).toEqual(before);
  }
}

/** Expects that a command with `--untrusted` refuses the code that `site.yaml` allows. */
export async function refusesCode(folder: string, args: readonly string[]): Promise<void> {
  const out = args[0] === 'build' ? ['--out', '../dist'] : [];
  const ended = await runStele([...args, '--content', '.', ...out], { cwd: join(folder, 'content') });
  expect([ended.code, existsSync(join(folder, 'trace'))]).toEqual([1, false]);
  const found = args[0] === 'export' ? ended.stdout : ended.stderr;
  expect(found).toContain('refused-code');
  expect(ended.stderr).not.toContain('bug in Stele');
  expect(existsSync(join(folder, 'dist/a/index.html'))).toBe(args.includes('--keep-going'));
}
