// A section's tree → the part shown beside one page. A small section is shown whole; of a large one only the levels on
// the path to the page, with other branches closed, so that the page's size does not grow with the section.

import { entriesAbove, type SectionTree, type TreeEntry } from './section-tree.ts';

/** Largest number of links with which a section is shown whole. */
export const maxLinks = 150;
/** Number of links shown before and after the current one in a level that is too long. */
const around = 20;

/** A part of a level: the shown links, in order, and the number of links left out before and after them. */
export interface LevelPart {
  readonly entries: readonly TreeEntry[];
  readonly before: number;
  readonly after: number;
}

export function isWhole({ entries }: SectionTree): boolean {
  return entries.length <= maxLinks;
}

/**
 * The shown part of each level on the path to a page, from the top level to the level below the page. Only the top
 * level for a page that is not in the tree.
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

/** The levels to shorten, longest first, until the total number of links is small enough. */
function tooLong(levels: readonly (readonly TreeEntry[])[]): ReadonlySet<readonly TreeEntry[]> {
  const long = new Set<readonly TreeEntry[]>();
  let count = levels.reduce((sum, { length }) => sum + length, 0);
  for (const level of levels.toSorted((a, b) => b.length - a.length)) {
    const saved = level.length - (2 * around + 1);
    if (count <= maxLinks || saved <= 0) break;
    long.add(level);
    count -= saved;
  }
  return long;
}

/** A window of constant length, at the ends of a level, too, so that the navigation's length is constant. */
function windowOf(level: readonly TreeEntry[], index: number): LevelPart {
  const size = 2 * around + 1;
  const start = Math.max(0, Math.min(index - around, level.length - size));
  return { entries: level.slice(start, start + size), before: start, after: level.length - start - size };
}
