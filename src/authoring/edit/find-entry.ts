// A way of keys → the entry of one page's `descriptions` that stands there, with the groups around it.

import type { Document, MapEntry, MapNode } from '../../compiler/model/index.ts';
import { refuse } from './refusal.ts';
import { isShared } from './yaml-layout.ts';

/** An entry with the entries of the groups that hold it, from `descriptions` inwards. */
export interface FoundEntry {
  readonly entry: MapEntry;
  readonly groups: readonly MapEntry[];
}

/** Entry of the frontmatter by its key. */
export function frontmatterEntry({ frontmatter }: Document, name: string): MapEntry | undefined {
  return frontmatter?.entries.find(({ key }) => key.value === name);
}

/**
 * Finds an entry on a page; undefined where the page has none.
 * Refuses one that an alias shows elsewhere too, and a `self` that is written as the text of its group.
 */
export function findEntry(document: Document, keys: readonly string[]): FoundEntry | undefined {
  const { file } = document;
  const root = frontmatterEntry(document, 'descriptions');
  if (root === undefined) return undefined;
  const groups = [root];
  for (const [i, key] of keys.entries()) {
    const group = groups.at(-1)!;
    if (group.value.kind !== 'map') return refuseHiddenSelf(group, keys.slice(i), file.path);
    const entry = group.value.entries.find((candidate) => candidate.key.value === key);
    if (entry === undefined) return undefined;
    if (i === keys.length - 1) {
      const shared = groups.find((candidate) => isShared(file.text, candidate));
      if (shared)
        refuse(
          `The keys of \`${shared.key.value}\` in ${file.path} have an anchor or are an alias: change them by hand.`,
        );
      return { entry, groups };
    }
    groups.push(entry);
  }
  return undefined;
}

function refuseHiddenSelf({ key, value }: MapEntry, rest: readonly string[], path: string): undefined {
  if (rest.length !== 1 || rest[0] !== 'self' || value.kind !== 'scalar' || value.type === 'null') return undefined;
  return refuse(
    `\`${key.value}\` is a text in ${path} and a group elsewhere: write its text there as \`self\` of a group first.`,
  );
}

/** The map at an entry. */
export function mapOf({ value }: MapEntry): MapNode | undefined {
  return value.kind === 'map' ? value : undefined;
}
