// An entry of a page's `descriptions` → the edits that move it to another group of the same page.

import type { Document, MapEntry, MapNode } from '../../compiler/model/index.ts';
import type { Range } from '../../compiler/source/index.ts';
import type { FoundEntry } from './find-entry.ts';
import { findGroup, indentStep } from './insert-entries.ts';
import { refuse } from './refusal.ts';
import { editText, type Edit } from './text-edit.ts';
import {
  columnOf,
  entryEnd,
  entryLines,
  isFirstOnLine,
  isFlowCollection,
  isShared,
  lineBreakOf,
  lineStart,
  nextLineStart,
  reindent,
  writeKey,
} from './yaml-layout.ts';

/**
 * Moves an entry with the comments directly above it. Creates missing groups, and removes groups that become empty; the
 * comments of a removed group stay.
 * @param keys the new path: groups from `descriptions` inwards, then the entry's new key
 * @param others other edits of the same page; they may be inside the moved entry
 */
export function moveEntry(
  document: Document,
  found: FoundEntry,
  keys: readonly string[],
  others: readonly Edit[],
): readonly Edit[] {
  const { text } = document.file;
  const { entry, groups } = found;
  refuseUnmovable(document, found);
  const target = findGroup(document, keys.slice(0, -1));
  const lines = entryLines(text, entry, endAbove(found));
  const isInside = ({ range }: Edit): boolean => range.start >= lines.start && range.end <= lines.end;
  const key: Edit = { range: entry.key.range, text: writeKey(keys.at(-1)!, entry.key) };
  const moved = editText(
    text.slice(lines.start, lines.end),
    [...others.filter(isInside), key].map(({ range, text: replacement }) => ({
      range: { start: range.start - lines.start, end: range.end - lines.start },
      text: replacement,
    })),
  );
  const step = indentStep(document);
  const made = target.missing.map(
    (name, i) => `${' '.repeat(target.column + i * step)}${writeKey(name, { style: 'plain' })}:${lineBreakOf(text)}`,
  );
  const column = target.column + made.length * step;
  const isWithin = target.offset > lines.start && target.offset < lines.end;
  const at = isWithin ? lines.end : target.offset;
  return [
    ...others.filter((edit) => !isInside(edit)),
    ...dropEmptied(text, groups, target.map),
    { range: lines, text: '' },
    {
      range: { start: at, end: at },
      text: made.join('') + reindent(moved, column - columnOf(text, entry.key.range.start)),
    },
  ];
}

function refuseUnmovable({ file: { text, path } }: Document, { entry, groups }: FoundEntry): void {
  const by = ': move it by hand.';
  if (
    groups.some(({ value }) => value.kind === 'map' && isFlowCollection(text, value)) ||
    !isFirstOnLine(text, entry.key.range.start)
  )
    refuse(`\`${entry.key.value}\` in ${path} is not on lines of its own${by}`);
  if (hasShared(text, entry)) refuse(`\`${entry.key.value}\` in ${path} has an anchor or an alias${by}`);
}

function hasShared(text: string, entry: MapEntry): boolean {
  if (isShared(text, entry)) return true;
  return entry.value.kind === 'map' && entry.value.entries.some((child) => hasShared(text, child));
}

/** The end of the text above an entry: of the previous entry, or of the key of its group. */
function endAbove({ entry, groups }: FoundEntry): number {
  const parent = groups.at(-1)!;
  const siblings = (parent.value as MapNode).entries;
  const previous = siblings[siblings.indexOf(entry) - 1];
  return previous ? entryEnd(previous) : parent.key.range.end;
}

/** Removes the first lines of groups that become empty, from the innermost group outwards. The target group stays. */
function dropEmptied(text: string, groups: readonly MapEntry[], target: MapNode): readonly Edit[] {
  const edits: Edit[] = [];
  for (const group of groups.slice(1).toReversed()) {
    if (group.value === target || (group.value as MapNode).entries.length > 1) break;
    edits.push({ range: headerOf(text, group.key.range), text: '' });
  }
  return edits;
}

/** The range of a group's key and its line. A comment after the key is not part of the range. */
function headerOf(text: string, key: Range): Range {
  const behind = text.slice(key.end, nextLineStart(text, key.end));
  if (!/^\s*:\s*(?:#[^]*)?$/.test(behind))
    refuse(
      `\`${text.slice(key.start, key.end)}\` would become empty and cannot be removed safely: move its entry by hand.`,
    );
  const comment = behind.indexOf('#');
  if (comment >= 0) return { start: key.start, end: key.end + comment };
  return { start: lineStart(text, key.start), end: key.end + behind.length };
}
