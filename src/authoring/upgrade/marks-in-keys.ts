// The migration of marks in the keys of items (format.md 4.4): `key: colour [Deprecated]` becomes `key: colour` with
// `deprecated: true`, and `key: name?` becomes `key: name` with `optional: true`.

import type { DataNode, Document, MapEntry, MapNode } from '../../compiler/model/index.ts';
import {
  columnOf,
  isFirstOnLine,
  isFlowCollection,
  isShared,
  lineBreakOf,
  nextLineStart,
  type Edit,
} from '../edit/index.ts';
import type { Migration } from './plan-upgrade.ts';

const marks = [
  { code: 'deprecated-in-key', pattern: /\s*\[Deprecated\]$/, flag: 'deprecated' },
  { code: 'optional-in-key', pattern: /\s*\?$/, flag: 'optional' },
] as const;

export const marksInKeys: Migration = {
  codes: marks.map(({ code }) => code),
  edit(document, { code, range }) {
    const found = range && findItem(document.frontmatter, range.start, document.file.text);
    if (found === undefined) return undefined;
    return editItem(document, found, code === 'deprecated-in-key' ? 'deprecated' : 'optional');
  },
};

interface FoundItem {
  readonly item: MapNode;
  /** Its entry `key`. */
  readonly key: MapEntry;
}

/**
 * Edits for one flag of an item. The first flag also changes the key: if both marks are there, both findings give the
 * same replacement.
 */
function editItem({ file: { text } }: Document, { item, key }: FoundItem, flag: string): readonly Edit[] | undefined {
  const column = columnOf(text, key.key.range.start);
  const isPlain = text.slice(key.key.range.start, key.value.range.end).includes('\n');
  if (isFlowCollection(text, item) || isPlain) return undefined;
  const replaced = {
    range: key.value.range,
    text: withoutMarks(text.slice(key.value.range.start, key.value.range.end)),
  };
  if (item.entries.some((entry) => entry.key.value === flag)) return [replaced];
  const at = nextLineStart(text, key.value.range.end);
  if (at === text.length) return undefined;
  const line = `${' '.repeat(column)}${flag}: true${lineBreakOf(text)}`;
  return [replaced, { range: { start: at, end: at }, text: line }];
}

/** A written key without marks, in the same quotes. */
function withoutMarks(written: string): string {
  const [, quote = '', inner = ''] = /^(["']?)(.*)\1$/s.exec(written)!;
  // Both marks may be there, in any order.
  const once = (value: string): string => marks.reduce((text, { pattern }) => text.replace(pattern, ''), value);
  return quote + once(once(inner)) + quote;
}

/** The item whose `key` has its value at an offset; undefined if an alias also shows a map around it elsewhere. */
function findItem(node: DataNode | undefined, offset: number, text: string): FoundItem | undefined {
  if (node === undefined || node.kind === 'scalar') return undefined;
  if (node.kind === 'list') return firstOf(node.items, (item) => findItem(item, offset, text));
  const key = node.entries.find((entry) => entry.key.value === 'key' && entry.value.range.start === offset);
  if (key !== undefined) return isWrittenOnce(key, text) ? { item: node, key } : undefined;
  return firstOf(node.entries, (entry) => (isShared(text, entry) ? undefined : findItem(entry.value, offset, text)));
}

/** Whether the key is the first or a later entry in block style, without an anchor. */
function isWrittenOnce(key: MapEntry, text: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', key.key.range.start - 1) + 1, key.key.range.start);
  return !isShared(text, key) && (isFirstOnLine(text, key.key.range.start) || /^ *(?:- +)+$/.test(before));
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
