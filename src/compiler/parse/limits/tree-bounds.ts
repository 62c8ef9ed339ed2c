// Finds nodes that are too deep in a parsed tree. Later stages visit the tree by recursion. Some nesting, such as
// indented lists and emphasis in emphasis, cannot be counted in the text.

import type { Node, Root } from 'mdast';

/** The first node, in text order, that is more than `limit` levels below the root. Undefined if there is none. */
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
