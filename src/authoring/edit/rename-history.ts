// Renames that were made → the bytes that undo the last one. Moving an entry to another group and back cannot find the
// place that it came from by the text alone: that is remembered.

import type { Compilation } from '../../compiler/model/index.ts';

/** What a rename changed. Plain data: it is kept from one command to the next. */
export interface RenameRecord {
  readonly from: string;
  readonly to: string;
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/** UTF-16 units of all records together: older ones are forgotten first. */
const mostRemembered = 4 * 1024 * 1024;

/** The texts as they were before a rename, where the rename asked for undoes it and no file of it has changed since. */
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
    if (size > mostRemembered) break;
    kept.unshift(record);
  }
  return kept;
}
