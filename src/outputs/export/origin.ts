// Places in files for people: lines and columns from 1, columns in code points.

import type { MarkdownText } from '../../compiler/model/index.ts';
import type { LineIndex, Range, SourceFile } from '../../compiler/source/index.ts';

export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function originOf(file: SourceFile, range: Range, index: LineIndex): Origin {
  const { line, column } = index.pointAt(file, range.start);
  return { file: file.path, line, column };
}

/** A text without white space at its ends, and its place. */
export function exportText(text: MarkdownText | undefined, index: LineIndex): object | undefined {
  return text && { text: text.value.trim(), origin: originOf(text.file, text.node.range, index) };
}
