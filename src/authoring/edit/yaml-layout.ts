// The layout of YAML in a file: lines, columns and comments of the entries of a map. Edits need them in addition to the
// parsed data.

import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from '../../compiler/model/index.ts';
import type { Range } from '../../compiler/source/index.ts';

/**
 * The end of a node's text. A collection in block style ends with its last scalar, including kept line breaks (`|+`).
 */
export function endOf(node: DataNode): number {
  if (node.kind === 'scalar') return node.range.end;
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  return Math.max(node.range.end, last === undefined ? 0 : endOf(last));
}

/** The end of an entry's text; the end of its key if it has no value. */
export function entryEnd({ key, value }: MapEntry): number {
  return Math.max(key.range.end, endOf(value));
}

/** The start of the line of an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the first line that begins at or after an offset. */
export function nextLineStart(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The column of an offset, counted from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether there are only spaces before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^ *$/.test(text.slice(lineStart(text, offset), offset));
}

/** Whether a map or list is written in flow style, in braces or brackets. */
export function isFlowCollection(text: string, { range }: MapNode | ListNode): boolean {
  return text[range.start] === '{' || text[range.start] === '[';
}

/** Whether an entry's value is an alias, or has an anchor for aliases. */
export function isShared(text: string, { key, value }: MapEntry): boolean {
  if (value.range.start < key.range.end) return true;
  return /(?:^|\s)[&*]/.test(text.slice(key.range.end + 1, value.range.start).replace(/(?:^|\s)#.*/g, ''));
}

/** The line break that a file uses. */
export function lineBreakOf(text: string): string {
  const end = text.indexOf('\n');
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * The lines of an entry: the comments directly above it in its column, the entry itself, and the comments below it with
 * a deeper indentation.
 * @param floor the end of the text above the entry, which does not belong to it
 */
export function entryLines(text: string, entry: MapEntry, floor: number): Range {
  const column = columnOf(text, entry.key.range.start);
  let start = lineStart(text, entry.key.range.start);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const comment = /^( *)#/.exec(text.slice(above, start));
    if (above < floor || comment === null || comment[1]!.length !== column) break;
    start = above;
  }
  return { start, end: skipDeeperComments(text, nextLineStart(text, entryEnd(entry)), column) };
}

/** The offset after the comment lines that begin at an offset and have an indentation deeper than a column. */
export function skipDeeperComments(text: string, offset: number, column: number): number {
  const comment = /^( *)#[^\n]*(?:\n|$)/.exec(text.slice(offset, nextLineStart(text, offset + 1)));
  if (comment === null || comment[1]!.length <= column) return offset;
  return skipDeeperComments(text, offset + comment[0].length, column);
}

/** Moves lines to the right, or to the left if `by` is negative. Empty lines stay empty. */
export function reindent(text: string, by: number): string {
  if (by > 0) return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return by === 0 ? text : text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/** Writes a key with the quotes of another scalar. Adds quotes if YAML would not read the key as text without them. */
export function writeKey(name: string, { style }: Pick<ScalarNode, 'style'>): string {
  if (style === 'double-quoted') return `"${name}"`;
  if (style === 'single-quoted' || /^(?:null|true|false)$/i.test(name)) return `'${name}'`;
  return name;
}
