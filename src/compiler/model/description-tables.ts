// Lists the leaves of tables of descriptions: of a page's table, or of the merged table of all pages.

import type { MergedNode } from './content-model.ts';
import type { DescriptionNode } from './page.ts';

type LeafOf<N> = Extract<N, { readonly kind: 'leaf' }>;

/** All leaves of a table, at any depth, in order. */
export function leavesOf<N extends MergedNode | DescriptionNode>(table: ReadonlyMap<string, N>): readonly LeafOf<N>[] {
  const leaves: LeafOf<N>[] = [];
  for (const node of table.values()) {
    if (node.kind === 'leaf') leaves.push(node as LeafOf<N>);
    else for (const leaf of leavesOf(node.table as ReadonlyMap<string, N>)) leaves.push(leaf);
  }
  return leaves;
}
