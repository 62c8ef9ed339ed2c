// The nodes of Markdown trees: all nodes inside one, the place of a node, and its words.
// `unist-util-visit` takes about eighty times as long per node. Each text of a table is walked about twenty times, and
// most of these texts are read without a parser, so that the walks would take most of the time.

import type { Heading, Node } from 'mdast';
import type { Range } from '../source/index.ts';

/** A node that may hold others. */
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
 * Visits a node and all nodes inside it, in reading order. What `enter` puts into a node's `children` is visited.
 * @param enter returns `'skip'` to leave out what is inside a node
 * @param leave is called behind what is inside a node; not for a node that was skipped
 */
export function visitNodes(node: Node, enter: (node: Node) => unknown, leave?: (node: Node) => void): void {
  if (enter(node) === 'skip') return;
  if (isParent(node)) for (const child of node.children) visitNodes(child, enter, leave);
  leave?.(node);
}

/** Visits the nodes that may hold others, outermost first. What `visit` puts into `children` is visited too. */
export function visitParents(node: Node, visit: (parent: ParentNode) => void): void {
  visitNodes(node, (each) => {
    if (isParent(each)) visit(each);
  });
}

/** A node and all nodes inside it, in reading order. */
export function listNodes(node: Node): readonly Node[];
/** Those of the nodes that are wanted. */
export function listNodes<Wanted extends Node>(node: Node, isWanted: (node: Node) => node is Wanted): readonly Wanted[];
export function listNodes(node: Node, isWanted: (node: Node) => boolean = () => true): readonly Node[] {
  const found: Node[] = [];
  visitNodes(node, (each) => {
    if (isWanted(each)) found.push(each);
  });
  return found;
}

/** The stretch of the text that a node was read from. `base` is the offset of that text in its file. */
export function rangeOfNode({ position }: { readonly position?: Node['position'] }, base = 0): Range {
  const start = base + (position?.start.offset ?? 0);
  return { start, end: position?.end.offset === undefined ? start : base + position.end.offset };
}

/** Nodes whose children are lines or blocks of their own. */
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
 * The words of a node as one text: text and code, without components, expressions and pictures.
 * @param wordsFor decides the words of a node otherwise; undefined leaves it to the rule
 */
export function wordsOf(node: Node, wordsFor: (node: Node) => string | undefined = () => undefined): string {
  const words = wordsFor(node);
  if (words !== undefined) return words;
  if (node.type === 'text' || node.type === 'inlineCode') return (node as Node & { readonly value: string }).value;
  if (node.type === 'break') return ' ';
  if (!isParent(node)) return '';
  return node.children.map((child) => wordsOf(child, wordsFor)).join(blocks.has(node.type) ? ' ' : '');
}
