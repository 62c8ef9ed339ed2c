// Checks a draft of new content: compiles the content with it, and refuses it if there are new findings.

import type { Compilation } from '../../compiler/model/index.ts';
import { newFindings, type CompileAgain } from './compile-again.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import { editFiles, type FileEdits } from './text-edit.ts';

/** New content: the files to create and to change. */
export interface Draft {
  /** Texts of files that do not exist yet, by path from the content folder. */
  readonly created: ReadonlyMap<string, string>;
  /** Insertions into existing files. */
  readonly edits: readonly FileEdits[];
  /** What the user must do by hand, for the terminal: a sentence, or the lines to write. */
  readonly notes: readonly string[];
}

/**
 * The texts of all files of a draft, by path. Refuses a draft that has a new finding, except for a page without a link
 * in the navigation: a note tells the user to add the link.
 */
export function tryDraft(
  before: Compilation,
  compile: CompileAgain,
  draft: Draft,
): { readonly texts: ReadonlyMap<string, string> } | Refused {
  return attempt(() => {
    const texts = new Map([...draft.created, ...editFiles(draft.edits)]);
    const found = newFindings(before, compile(texts)).find(({ code }) => code !== 'page-without-navigation');
    if (found) refuse(`The result would not pass stele check: ${found.message}`);
    return { texts };
  });
}
