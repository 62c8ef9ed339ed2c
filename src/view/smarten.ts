// Straight quotes, `--` and `...` in prose → the marks that print has (format.md 5). Code stays as it is.

import type { Root } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';

const processor = unified().use(remarkSmartypants, { dashes: true }).freeze();

/** Whether a text has anything to replace: most have not. */
const plainMarks = /["']|--|\.\.\.|``/;

/** Replaces marks in a tree's texts, in place: the tree must be one that `decideTree` has made. */
export function smartenTree(tree: Root): Root {
  if (hasMarks(tree)) processor.runSync(tree);
  return tree;
}

/** The same for words without markup: titles. */
export function smartenText(text: string): string {
  if (!plainMarks.test(text)) return text;
  const node = { type: 'text' as const, value: text };
  smartenTree({ type: 'root', children: [{ type: 'paragraph', children: [node] }] });
  return node.value;
}

function hasMarks(node: { readonly type: string }): boolean {
  if (node.type === 'text') return plainMarks.test((node as { value?: string }).value ?? '');
  return 'children' in node && (node.children as { type: string }[]).some(hasMarks);
}
