// The history of renames → the texts that undo a rename exactly. The text of a page does not show the former place of
// an entry that was moved to another group, so the history stores the texts.

import type { Compilation } from '../../compiler/model/index.ts';

/** The changes of one rename. Plain data: it is stored between commands. */
export interface RenameRecord {
  readonly from: string;
  readonly to: string;
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/** The most UTF-16 units in all records together. The oldest records are dropped first. */
const maxRemembered = 4 * 1024 * 1024;

/**
 * The texts before an earlier rename, if the requested rename undoes it and its files have not changed since; else
 * undefined.
 */
export function findUndone(
  history: readonly RenameRecord[],
  { documents }: Compilation,
  from: string,
  to: string,
): ReadonlyMap<string, string> | undefined {
  const texts = new Map(documents.map(({ file }) => [file.path, file.text]));
  const record = history.findLast(
    (other) =>
      other.from === to && other.to === from && other.files.every(({ path, after }) => texts.get(path) === after),
  );
  return record && new Map(record.files.map(({ path, before }) => [path, before]));
}

/** The history with one more rename. */
export function rememberRename(
  history: readonly RenameRecord[],
  { documents }: Compilation,
  texts: ReadonlyMap<string, string>,
  from: string,
  to: string,
): readonly RenameRecord[] {
  const files = documents.flatMap(({ file }) => {
    const after = texts.get(file.path);
    return after === undefined ? [] : [{ path: file.path, before: file.text, after }];
  });
  const kept: RenameRecord[] = [];
  let size = 0;
  for (const record of [...history, { from, to, files }].toReversed()) {
    size += record.files.reduce((sum, { before, after }) => sum + before.length + after.length, 0);
    if (size > maxRemembered) break;
    kept.unshift(record);
  }
  return kept;
}
