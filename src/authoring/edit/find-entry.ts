// A path of keys → its entry in one page's `descriptions`, with the groups around it.

import type { Document, MapEntry, MapNode } from '../../compiler/model/index.ts';
import { refuse } from './refusal.ts';
import { isShared } from './yaml-layout.ts';

/** An entry, and the entries of the groups around it, from `descriptions` inwards. */
export interface FoundEntry {
  readonly entry: MapEntry;
  readonly groups: readonly MapEntry[];
}

/** The entry of the frontmatter with a key. */
export function frontmatterEntry({ frontmatter }: Document, name: string): MapEntry | undefined {
  return frontmatter?.entries.find(({ key }) => key.value === name);
}

/**
 * Finds an entry on a page; undefined if the page does not have it. Refuses an entry that an alias also shows in
 * another place, and a `self` that is written as the text of its group.
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
    `\`${key.value}\` is a text in ${path} and a group elsewhere: ` +
      'first turn the text into a group with the text as its `self`.',
  );
}

/** The value of an entry if it is a map. */
export function mapOf({ value }: MapEntry): MapNode | undefined {
  return value.kind === 'map' ? value : undefined;
}
