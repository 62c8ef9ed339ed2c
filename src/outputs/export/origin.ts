// Places in files for people: lines and columns from 1, columns in code points.

import type { Root } from 'mdast';
import type { MarkdownText } from '../../compiler/model/index.ts';
import type { LineIndex, Range, SourceFile } from '../../compiler/source/index.ts';
import { canonicalMarkdown } from './canonical-markdown.ts';
import type { Origin, ReferenceText } from './reference-data.ts';

/** The places of an export; undefined to leave all places out. */
export type Places = LineIndex | undefined;

export function originOf(file: SourceFile, range: Range, index: LineIndex): Origin;
export function originOf(file: SourceFile, range: Range, places: Places): Origin | undefined;
export function originOf(file: SourceFile, range: Range, places: Places): Origin | undefined {
  if (places === undefined) return undefined;
  const { line, column } = places.pointAt(file, range.start);
  return { file: file.path, line, column };
}

/** A text without white space at its ends, its canonical form where that differs, and its place. */
export function exportText(text: MarkdownText, places: Places): ReferenceText;
export function exportText(text: MarkdownText | undefined, places: Places): ReferenceText | undefined;
export function exportText(text: MarkdownText | undefined, places: Places): ReferenceText | undefined {
  if (text === undefined) return undefined;
  const written = text.value.trim();
  return { text: written, ...canonicalOf(text.tree, written), origin: originOf(text.file, text.node.range, places) };
}

/** The canonical form of a text, unless the author wrote it so. */
export function canonicalOf(tree: Root, written: string): { readonly canonical?: string } {
  const canonical = canonicalMarkdown(tree);
  return canonical === written.trim() ? {} : { canonical };
}
