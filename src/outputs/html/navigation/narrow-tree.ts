// A section's tree → what of it stands beside one page. A small section stands there whole; of a large one the levels on the
// way to the page, other branches closed, so that a page does not grow with its section.

import { entriesAbove, type SectionTree, type TreeEntry } from './section-tree.ts';

/** Most links beside a page: a section of as many or fewer is shown whole. */
export const mostLinks = 150;
/** Links before and after the one on the way, in a level that is too long. */
const around = 20;

/** A part of a level: the links that are shown, in order, and how many are left out at either end. */
export interface LevelPart {
  readonly entries: readonly TreeEntry[];
  readonly before: number;
  readonly after: number;
}

export function isWhole({ entries }: SectionTree): boolean {
  return entries.length <= mostLinks;
}

/**
 * What is shown of each level on the way to a page, from the top level down to what is below the page.
 * The top level alone for a page that has no place in the tree.
 */
export function narrowLevels(tree: SectionTree, route: string): readonly LevelPart[] {
  const place = tree.places.get(route);
  const way = place === undefined ? [] : [...entriesAbove(place), place];
  const levels = [tree.top, ...way.map(({ children }) => children)].filter((level) => level.length > 0);
  const long = tooLong(levels);
  return levels.map((level, depth) =>
    long.has(level) ? windowOf(level, way[depth]?.index ?? 0) : { entries: level, before: 0, after: 0 },
  );
}

/** Levels to cut down, the longest first, until all of them together are few enough. */
function tooLong(levels: readonly (readonly TreeEntry[])[]): ReadonlySet<readonly TreeEntry[]> {
  const long = new Set<readonly TreeEntry[]>();
  let count = levels.reduce((sum, { length }) => sum + length, 0);
  for (const level of levels.toSorted((a, b) => b.length - a.length)) {
    const saved = level.length - (2 * around + 1);
    if (count <= mostLinks || saved <= 0) break;
    long.add(level);
    count -= saved;
  }
  return long;
}

/** Always of one length, so that the navigation is as long at the ends of a level as in its middle. */
function windowOf(level: readonly TreeEntry[], index: number): LevelPart {
  const size = 2 * around + 1;
  const start = Math.max(0, Math.min(index - around, level.length - size));
  return { entries: level.slice(start, start + size), before: start, after: level.length - start - size };
}
