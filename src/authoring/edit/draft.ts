// New content → the texts of the files it takes, tried out: with them nothing is found that was not found before.

import type { Compilation } from '../../compiler/model/index.ts';
import { newFindings, type CompileAgain } from './compile-again.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import { editFiles, type FileEdits } from './text-edit.ts';

/** What is to be written. */
export interface Draft {
  /** Texts of files that do not exist yet, by path from the content folder. */
  readonly created: ReadonlyMap<string, string>;
  /** Insertions into files that do. */
  readonly edits: readonly FileEdits[];
  /** What is left to do by hand, each in a sentence or with the lines to write. */
  readonly notes: readonly string[];
}

/** The texts by path, or why they would not be right. A page that no navigation leads to is said, not refused. */
export function tryDraft(
  before: Compilation,
  compile: CompileAgain,
  draft: Draft,
): { readonly texts: ReadonlyMap<string, string> } | Refused {
  return attempt(() => {
    const texts = new Map([...draft.created, ...editFiles(draft.edits)]);
    const found = newFindings(before, compile(texts)).find(({ code }) => code !== 'page-without-navigation');
    if (found) refuse(`That would not pass stele check: ${found.message}`);
    return { texts };
  });
}
