// A find ↔ a folder of test/fixtures/fuzz-finds: `input.json` holds the files line by line, since their line ends, byte
// order marks and lone surrogates must survive editors and Git; `find.txt` says how it was found.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './verdict.ts';

export const findsFolder = join(import.meta.dirname, '../../test/fixtures/fuzz-finds');

/** Writes a find; returns its folder. */
export function writeFind(name: string, files: Files, words: string): string {
  const folder = join(findsFolder, name);
  const lines = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.split('\n')]));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'input.json'), `${JSON.stringify(lines, undefined, 2)}\n`);
  writeFileSync(join(folder, 'find.txt'), `${words}\n`);
  return folder;
}

/** Names of all finds. */
export function listFinds(): readonly string[] {
  if (!existsSync(findsFolder)) return [];
  return readdirSync(findsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function readFind(name: string): Files {
  const lines = JSON.parse(readFileSync(join(findsFolder, name, 'input.json'), 'utf8')) as Record<string, string[]>;
  return Object.fromEntries(Object.entries(lines).map(([path, text]) => [path, text.join('\n')]));
}
