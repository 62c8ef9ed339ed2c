// How deep a parsed tree is: what comes after the parser walks it by recursion, and depth over several lines
// (lists by indentation, emphasis in emphasis) cannot be counted on the text.

import type { Node, Root } from 'mdast';

/** The first node, in reading order, that lies more than `limit` levels below the root; undefined where none does. */
export function findDeepNode(tree: Root, limit: number): Node | undefined {
  const open: { readonly node: Node; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > limit) return next.node;
    if (!('children' in next.node)) continue;
    const children = next.node.children as readonly Node[];
    for (const node of children.toReversed()) open.push({ node, depth: next.depth + 1 });
  }
  return undefined;
}
