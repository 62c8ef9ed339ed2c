// Edits of a text → the new text. What no edit covers stays byte for byte.

import type { Range, SourceFile } from '../../compiler/source/index.ts';

/** A stretch of a text and what stands there afterwards. An empty stretch is an insertion. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Edits of one file. */
export interface FileEdits {
  readonly file: SourceFile;
  readonly edits: readonly Edit[];
}

/** New texts by path. */
export function editFiles(changes: readonly FileEdits[]): ReadonlyMap<string, string> {
  return new Map(changes.map(({ file, edits }) => [file.path, editText(file.text, edits)]));
}

/**
 * The text with edits made; their ranges are counted in it.
 * Insertions at one place keep their order; they stand in front of what is replaced there.
 * @throws where two edits overlap, which is a bug of whoever planned them
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

/** Each replacement once: an alias makes two places of one. */
export function withoutDoubles(edits: readonly Edit[]): readonly Edit[] {
  const sorted = inOrder(edits);
  return sorted.filter(({ range }, i) => range.start === range.end || range.start !== sorted[i - 1]?.range.start);
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
