// Lines → the end of a map or list of a page's frontmatter, in the indentation that stands there.

import type { Document, ListNode, MapEntry, MapNode } from '../../compiler/model/index.ts';
import { frontmatterEntry } from './find-entry.ts';
import { refuse } from './refusal.ts';
import {
  columnOf,
  endOf,
  isFirstOnLine,
  isFlowCollection,
  isShared,
  lineStart,
  nextLineStart,
  skipDeeperComments,
} from './yaml-layout.ts';

/** Where further entries of a map go. */
export interface InsertionPlace {
  /** Start of a line. */
  readonly offset: number;
  readonly column: number;
}

/** Where a group of a page takes further entries, and which of the keys have to be made inside of it. */
export interface GroupInsertionPlace extends InsertionPlace {
  readonly map: MapNode;
  readonly missing: readonly string[];
}

/** The place behind the last entry of a map in block style; refuses any other. */
export function endOfMap(document: Document, map: MapNode, name: string): InsertionPlace {
  const { text, path } = document.file;
  const first = map.entries[0];
  if (first === undefined || isFlowCollection(text, map) || !isFirstOnLine(text, first.key.range.start))
    refuse(`\`${name}\` in ${path} is not written with one key a line: change it by hand.`);
  const column = columnOf(text, first.key.range.start);
  return { offset: skipDeeperComments(text, nextLineStart(text, endOf(map)), column), column };
}

/** The place behind the last item of a list in block style, the column being that of its dashes; refuses any other. */
export function endOfList(
  document: Document,
  list: ListNode,
  name: string,
): InsertionPlace & { readonly dash: string } {
  const { text, path } = document.file;
  const last = list.items.at(-1);
  const before = last && text.slice(lineStart(text, last.range.start), last.range.start);
  const dash = before === undefined ? undefined : /^( *)(- +)$/.exec(before);
  if (!dash || isFlowCollection(text, list))
    refuse(`\`${name}\` in ${path} is not written with one \`-\` an item: change it by hand.`);
  const column = dash[1]!.length;
  return { offset: skipDeeperComments(text, nextLineStart(text, endOf(list)), column), column, dash: dash[2]! };
}

/** Follows keys through a page's `descriptions` as far as there are groups. Refuses a text on the way. */
export function findGroup(document: Document, keys: readonly string[]): GroupInsertionPlace {
  const { file } = document;
  let group: MapEntry = frontmatterEntry(document, 'descriptions')!;
  const refuseShared = (): void => {
    if (isShared(file.text, group))
      refuse(`The keys of \`${group.key.value}\` in ${file.path} have an anchor or are an alias: change them by hand.`);
    if (group.value.kind !== 'map')
      refuse(`\`${group.key.value}\` in ${file.path} is not a group: nothing can be put into it.`);
  };
  refuseShared();
  let at = 0;
  for (; at < keys.length; at++) {
    const entry = (group.value as MapNode).entries.find(({ key }) => key.value === keys[at]);
    if (entry === undefined) break;
    group = entry;
    refuseShared();
  }
  const map = group.value as MapNode;
  return { map, missing: keys.slice(at), ...endOfMap(document, map, group.key.value) };
}

/** Columns between a map and the maps in it, as this page has them. */
export function indentStep(document: Document): number {
  const map = frontmatterEntry(document, 'descriptions')?.value;
  const first = map?.kind === 'map' ? map.entries[0] : undefined;
  return (first && columnOf(document.file.text, first.key.range.start)) || 2;
}
