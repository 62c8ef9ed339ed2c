// A Markdown node → the words in it, as one text.

import type { Node, Parent } from 'mdast';

/** Text and code of a node, without expressions and pictures; paragraphs of a footnote are separated by a space. */
export function wordsOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return (node as { value?: string }).value ?? '';
  if (!('children' in node)) return '';
  return (node as Parent).children.map(wordsOf).join(node.type === 'footnoteDefinition' ? ' ' : '');
}
