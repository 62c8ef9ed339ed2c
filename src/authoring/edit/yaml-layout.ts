// Where the entries of a YAML map stand as lines: what a change needs to know of the text, beside the data that it says.

import type { DataNode, ListNode, MapEntry, MapNode, ScalarNode } from '../../compiler/model/index.ts';
import type { Range } from '../../compiler/source/index.ts';

/** End of a node's text. A collection in block style ends with its last scalar, kept line breaks (`|+`) included. */
export function endOf(node: DataNode): number {
  if (node.kind === 'scalar') return node.range.end;
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  return Math.max(node.range.end, last === undefined ? 0 : endOf(last));
}

/** End of an entry's text; of one without a value, that of its key. */
export function entryEnd({ key, value }: MapEntry): number {
  return Math.max(key.range.end, endOf(value));
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Start of the line behind an offset; an offset at the start of a line is itself one. */
export function nextLineStart(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether nothing but spaces stands before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^ *$/.test(text.slice(lineStart(text, offset), offset));
}

/** Whether a map or list is written in brackets. */
export function isFlowCollection(text: string, { range }: MapNode | ListNode): boolean {
  return text[range.start] === '{' || text[range.start] === '[';
}

/** Whether an entry's value is an alias, or has an anchor that an alias may name. */
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
 * The whole lines of an entry: comments directly above it at its column, the entry, comments below that are indented
 * deeper than it.
 * @param floor offset below which nothing belongs to it: the end of what stands above
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

/** Behind the comment lines that begin at an offset and are indented deeper than a column. */
export function skipDeeperComments(text: string, offset: number, column: number): number {
  const comment = /^( *)#[^\n]*(?:\n|$)/.exec(text.slice(offset, nextLineStart(text, offset + 1)));
  if (comment === null || comment[1]!.length <= column) return offset;
  return skipDeeperComments(text, offset + comment[0].length, column);
}

/** Lines moved to another column. Empty lines stay empty. */
export function reindent(text: string, by: number): string {
  if (by > 0) return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return by === 0 ? text : text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/** A key in the quotes that another one is written in; in quotes of its own where it would be no text without. */
export function writeKey(name: string, { style }: Pick<ScalarNode, 'style'>): string {
  if (style === 'double-quoted') return `"${name}"`;
  if (style === 'single-quoted' || /^(?:null|true|false)$/i.test(name)) return `'${name}'`;
  return name;
}
