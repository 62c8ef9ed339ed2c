// Random edits: a compilation with the memory of earlier ones gives what a compilation from nothing gives.

import { join } from 'node:path';
import { test } from 'vitest';
import { readFiles, type ContentFiles } from './edits/content-files.ts';
import { expectSameCompilations } from './edits/compile-again.ts';
import { editedSites } from './edits/edited-sites.ts';

const repository = (): ContentFiles => readFiles(join(import.meta.dirname, '../content'));

const cases: readonly (readonly [name: string, sequences: number, start: () => ContentFiles])[] = [
  ['doors', 30, editedSites['doors']!],
  ['notes', 5, editedSites['notes']!],
  ['plain', 10, editedSites['plain']!],
  ['generated', 3, editedSites['generated']!],
  ['repository', 1, repository],
];

test.each(cases)('%s: %i sequences of edits', { timeout: 600_000 }, (_name, sequences, start) => {
  for (let seed = 1; seed <= sequences; seed++) expectSameCompilations(start(), seed * 7907, 4);
});
