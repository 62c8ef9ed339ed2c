// Finds the place for new lines at the end of a map or list in a page's frontmatter, and their indentation.

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

/** The place for new entries of a map. */
export interface InsertionPlace {
  /** The start of a line. */
  readonly offset: number;
  readonly column: number;
}

/** The place for new entries in a group of a page, and the keys of the groups that must be created in it. */
export interface GroupInsertionPlace extends InsertionPlace {
  readonly map: MapNode;
  readonly missing: readonly string[];
}

/** The place after the last entry of a map in block style. Refuses a map in another style. */
export function endOfMap(document: Document, map: MapNode, name: string): InsertionPlace {
  const { text, path } = document.file;
  const first = map.entries[0];
  if (first === undefined || isFlowCollection(text, map) || !isFirstOnLine(text, first.key.range.start))
    refuse(`\`${name}\` in ${path} is not written with one key per line: change it by hand.`);
  const column = columnOf(text, first.key.range.start);
  return { offset: skipDeeperComments(text, nextLineStart(text, endOf(map)), column), column };
}

/**
 * The place after the last item of a list in block style; its column is the column of the dashes. Refuses a list in
 * another style.
 */
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
    refuse(`\`${name}\` in ${path} is not written with one \`-\` per item: change it by hand.`);
  const column = dash[1]!.length;
  return { offset: skipDeeperComments(text, nextLineStart(text, endOf(list)), column), column, dash: dash[2]! };
}

/**
 * Follows keys through a page's `descriptions` to the last group that exists. Refuses keys that lead through a text.
 */
export function findGroup(document: Document, keys: readonly string[]): GroupInsertionPlace {
  const { file } = document;
  let group: MapEntry = frontmatterEntry(document, 'descriptions')!;
  const refuseShared = (): void => {
    if (isShared(file.text, group))
      refuse(`The keys of \`${group.key.value}\` in ${file.path} have an anchor or are an alias: change them by hand.`);
    if (group.value.kind !== 'map')
      refuse(`\`${group.key.value}\` in ${file.path} is not a group: nothing can be added to it.`);
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

/** The number of columns by which this page indents a map inside another map. */
export function indentStep(document: Document): number {
  const map = frontmatterEntry(document, 'descriptions')?.value;
  const first = map?.kind === 'map' ? map.entries[0] : undefined;
  return (first && columnOf(document.file.text, first.key.range.start)) || 2;
}
