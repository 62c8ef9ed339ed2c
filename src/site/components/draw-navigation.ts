// Links of a navigation → HTML in the words of the site.

import type { NavigationView } from '../../compiler/model/index.ts';
import { strings } from '../strings/index.ts';
import { drawTree } from './draw-tree.ts';

/** The last links and their HTML. The addresses of a page are drawn one after the other, and share their navigation. */
let last: { readonly links: readonly NavigationView[]; readonly html: string } | undefined;

/** A list of links with nested lists. */
export function drawNavigation(links: readonly NavigationView[]): string {
  if (last?.links !== links) last = { links, html: drawTree(links, strings.values.more) };
  return last.html;
}
