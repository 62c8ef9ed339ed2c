// Pages of the last site, of which only the navigation beside them has changed → the same pages with the new navigation.

import type { References } from './references.ts';
import type { ReplacedPages } from './replaced-pages.ts';

/** The HTML of the tree in a page, before and after. */
export interface TreeText {
  /** Path of the page from the top of the site. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes pages with their new trees.
 * @param pages takes the pages
 * @param references takes what the new trees reference; the rest of the pages has not changed
 * @returns false if a page does not have its tree exactly once: it then has to be drawn
 * @throws the system's error
 */
export function replaceTrees(pages: ReplacedPages, trees: readonly TreeText[], references: References): boolean {
  for (const { path, before, after } of trees) {
    if (pages.replace(path, Buffer.from(before), Buffer.from(after)) !== 'replaced') return false;
    references.add(path, after);
  }
  return true;
}
