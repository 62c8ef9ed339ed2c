// Functions over the nodes of Markdown trees: visiting them, their places, and their words. `unist-util-visit` takes
// about eighty times as long per node. Each text of a table is visited about twenty times, and most of these texts need
// no parser, so visiting them would take most of the time.

import type { Heading, Node } from 'mdast';
import type { Range } from '../source/index.ts';

/** A node that may contain other nodes. */
export interface ParentNode extends Node {
  children: Node[];
}

export function isParent(node: Node): node is ParentNode {
  return 'children' in node;
}

export function isHeading(node: Node): node is Heading {
  return node.type === 'heading';
}

/**
 * Visits a node and all nodes inside it, in reading order. Nodes that `enter` adds to a node's `children` are visited,
 * too.
 * @param enter is called before the nodes inside a node; returns `'skip'` to leave them out
 * @param leave is called after the nodes inside a node, unless the node was skipped
 */
export function visitNodes(node: Node, enter: (node: Node) => unknown, leave?: (node: Node) => void): void {
  if (enter(node) === 'skip') return;
  if (isParent(node)) for (const child of node.children) visitNodes(child, enter, leave);
  leave?.(node);
}

/** Visits the nodes that may contain others, parents first. Nodes that `visit` adds to `children` are visited, too. */
export function visitParents(node: Node, visit: (parent: ParentNode) => void): void {
  visitNodes(node, (each) => {
    if (isParent(each)) visit(each);
  });
}

/** Lists a node and all nodes inside it, in reading order. */
export function listNodes(node: Node): readonly Node[];
/** Lists only the nodes that `isWanted` accepts. */
export function listNodes<Wanted extends Node>(node: Node, isWanted: (node: Node) => node is Wanted): readonly Wanted[];
export function listNodes(node: Node, isWanted: (node: Node) => boolean = () => true): readonly Node[] {
  const found: Node[] = [];
  visitNodes(node, (each) => {
    if (isWanted(each)) found.push(each);
  });
  return found;
}

/** The range of a node in its file. `base` is the offset in the file of the text that the node was parsed from. */
export function rangeOfNode({ position }: { readonly position?: Node['position'] }, base = 0): Range {
  const start = base + (position?.start.offset ?? 0);
  return { start, end: position?.end.offset === undefined ? start : base + position.end.offset };
}

/** Nodes whose children are separate lines or blocks. */
const blocks: ReadonlySet<string> = new Set([
  'root',
  'list',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'footnoteDefinition',
]);

/**
 * Returns the words of a node as one text: text and code, without components, expressions and pictures.
 * @param wordsFor overrides the words of a node; undefined uses the default rule
 */
export function wordsOf(node: Node, wordsFor: (node: Node) => string | undefined = () => undefined): string {
  const words = wordsFor(node);
  if (words !== undefined) return words;
  if (node.type === 'text' || node.type === 'inlineCode') return (node as Node & { readonly value: string }).value;
  if (node.type === 'break') return ' ';
  if (!isParent(node)) return '';
  return node.children.map((child) => wordsOf(child, wordsFor)).join(blocks.has(node.type) ? ' ' : '');
}
