// The tree beside pages → HTML, as templates draw it, for pages that are not drawn again.

import type { NavigationView } from '../../compiler/model/index.ts';
import { drawTree, wordsIn } from '../../site/index.ts';

/**
 * Makes a function that draws trees.
 * @param lang language of the interface
 * @returns a function that draws a tree. An array is drawn once
 */
export function openTreeDrawer(lang: string): (links: readonly NavigationView[]) => string {
  const { more } = wordsIn(lang).values;
  const drawn = new WeakMap<readonly NavigationView[], string>();
  return (links) => {
    const html = drawn.get(links) ?? drawTree(links, more);
    drawn.set(links, html);
    return html;
  };
}
