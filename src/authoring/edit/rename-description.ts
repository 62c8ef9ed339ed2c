// A description's old and new path → the texts of all changed files. Compiles the result, and refuses it if there is a
// new error or a field has another text.

import { findDifference } from './compare-texts.ts';
import type { Compilation } from '../../compiler/model/index.ts';
import { newFindings, type CompileAgain } from './compile-again.ts';
import { lookUpPath, mergeKeys } from './description-keys.ts';
import { planRename, type PageRename } from './plan-rename.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import { findUndone, rememberRename, type RenameRecord } from './rename-history.ts';
import { editFiles } from './text-edit.ts';

/** The result of a rename, not written yet. */
export interface Rename {
  /** The pages that change, in path order. */
  readonly pages: readonly PageRename[];
  /** New texts of the files that change, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The history with this rename. */
  readonly history: readonly RenameRecord[];
}

/**
 * Renames a description or a group of descriptions. A rename that undoes a rename of `history` restores the bytes from
 * before it.
 * @param from, to paths with dots, like those of placeholders
 */
export function renameDescription(
  before: Compilation,
  compile: CompileAgain,
  from: string,
  to: string,
  history: readonly RenameRecord[] = [],
): Rename | Refused {
  return attempt(() => {
    refuseUnread(before);
    const pages = planRename(before.documents, from, to);
    const planned = editFiles(pages);
    const undone = findUndone(history, before, from, to);
    const isSame = undone?.size === planned.size && [...planned.keys()].every((path) => undone.has(path));
    const texts = isSame && findObjection(before, compile(undone), to) === undefined ? undone : planned;
    const objection = texts === planned ? findObjection(before, compile(planned), to) : undefined;
    if (objection) refuse(objection);
    return { pages, texts, history: rememberRename(history, before, texts, from, to) };
  });
}

/** Why a rename is refused; undefined if it is allowed. */
function findObjection(before: Compilation, after: Compilation, to: string): string | undefined {
  const found = newFindings(before, after).find(({ severity }) => severity === 'error');
  if (found) return `The rename would cause an error in ${found.file}: ${found.message}`;
  const difference = findDifference(before, after);
  if (difference) return `The rename would change ${difference}.`;
  return lookUpPath(mergeKeys(after.documents), to).rest.length > 0
    ? `After the rename, \`${to}\` would not be found.`
    : undefined;
}

/** Findings of pages that are not read completely, and may contain more placeholders. */
const hiding: ReadonlySet<string> = new Set(['duplicate-key', 'file-too-large', 'not-utf8', 'unreadable-file']);

function refuseUnread({ diagnostics }: Compilation): void {
  const found = diagnostics.find(({ code, file }) => hiding.has(code) && !/(?:^|\/)_|^site\.yaml$/.test(file));
  if (found)
    refuse(
      `${found.file} cannot be read as a whole: ${found.message}${found.hint === undefined ? '' : `\n→ ${found.hint}`}`,
    );
}
