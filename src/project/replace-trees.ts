// Pages of the last site, of which only the navigation beside them has changed → the same pages with the new
// navigation.

import { namedFiles } from './named-files.ts';
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
 * @param references takes what the new trees reference, if it is not the same; the rest of the pages has not changed
 * @returns false if a page does not have its tree exactly once: it then has to be drawn
 * @throws the system's error
 */
export function replaceTrees(pages: ReplacedPages, trees: readonly TreeText[], references: References): boolean {
  let last: Pick<TreeText, 'before' | 'after'> | undefined;
  let isNamedTheSame = false;
  for (const { path, before, after } of trees) {
    if (pages.replace(path, Buffer.from(before), Buffer.from(after)) !== 'replaced') return false;
    // The addresses of a page are one after the other, and most have the same tree.
    if (last?.before !== before || last.after !== after)
      isNamedTheSame = listAddresses(before) === listAddresses(after);
    last = { before, after };
    if (!isNamedTheSame) references.add(path, after);
  }
  return true;
}

/** All addresses in a tree, as a text. */
function listAddresses(tree: string): string {
  return JSON.stringify(namedFiles('index.html', tree));
}
