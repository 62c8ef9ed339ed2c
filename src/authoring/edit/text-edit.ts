// Edits of a text → the new text. All other parts of the text stay unchanged.

import type { Range, SourceFile } from '../../compiler/source/index.ts';

/** Replaces a range of a text. An edit with an empty range is an insertion. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Edits of one file. */
export interface FileEdits {
  readonly file: SourceFile;
  readonly edits: readonly Edit[];
}

/**
 * The new texts by path.
 * @throws Error as `editText` does
 */
export function editFiles(changes: readonly FileEdits[]): ReadonlyMap<string, string> {
  return new Map(changes.map(({ file, edits }) => [file.path, editText(file.text, edits)]));
}

/**
 * Applies edits to a text. Their ranges are offsets in the old text. Insertions at one place keep their order, and come
 * before a replacement at that place.
 * @throws Error if two edits overlap, which is a bug of the caller
 */
export function editText(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of inOrder(edits)) {
    if (range.start < at) throw new Error(`edits overlap at ${range.start}`);
    result += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return result + text.slice(at);
}

/** Removes duplicate replacements: with an alias, the same text is found at two places. */
export function withoutDuplicates(edits: readonly Edit[]): readonly Edit[] {
  const sorted = inOrder(edits);
  return sorted.filter(({ range }, i) => range.start === range.end || range.start !== sorted[i - 1]?.range.start);
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
