// Hides raw HTML in Markdown that is not for readers: comments, and `<style>` and `<script>` with their content
// (format.md 5.1).

import type { Html, Node, Root } from 'mdast';
import { visitParents, type HiddenElement } from '../../../model/index.ts';

/** Removes comments from a tree, and replaces styles and scripts, at any depth. Changes the tree. */
export function hideElements(tree: Root): void {
  visitParents(tree, (parent) => {
    if (parent.children.some(({ type }) => type === 'html')) parent.children = hideIn(parent.children);
  });
}

function hideIn(children: readonly Node[]): Node[] {
  const shown: Node[] = [];
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    const value = child.type === 'html' ? (child as Html).value.replace(/<!--[^]*?-->/g, '') : '';
    const name = /^\s*<(style|script)\b/i.exec(value)?.[1]?.toLowerCase() as HiddenElement['name'] | undefined;
    if (child.type !== 'html') shown.push(child);
    else if (name !== undefined) {
      shown.push({ type: 'hiddenElement', name, position: child.position } as HiddenElement);
      if (!isClosing(value, name)) i = closingIndex(children, i, name);
    } else if (value.trim() !== '') shown.push({ ...child, value } as Html);
  }
  return shown;
}

function isClosing(value: string, name: string): boolean {
  return value.toLowerCase().includes(`</${name}`);
}

/** The index of the node that closes an element, or the index of its opening tag if no node closes it. */
function closingIndex(children: readonly Node[], opening: number, name: string): number {
  const at = children.findIndex(
    (child, i) => i > opening && child.type === 'html' && isClosing((child as Html).value, name),
  );
  return at < 0 ? opening : at;
}
