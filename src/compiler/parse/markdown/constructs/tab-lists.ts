// Recognizes tabs: lists in which every item begins with `| Title`. Each item becomes a `tab` node with its title.

import type { List, Node, Paragraph, Root, Text } from 'mdast';
import { visitParents } from '../../../model/index.ts';

/** Replaces lists that are tabs, at any depth. Changes the tree. */
export function markTabLists(tree: Root): void {
  visitParents(tree, (parent) => {
    if (!parent.children.some(({ type }) => type === 'list')) return;
    parent.children = parent.children.map((child) =>
      child.type === 'list' ? (readTabs(child as List) ?? child) : child,
    );
  });
}

function readTabs(list: List): Node | undefined {
  if (list.ordered === true || !list.children.every(({ children }) => titleOf(children[0]) !== undefined))
    return undefined;
  const tabs = list.children.map((item) => {
    const [first, ...rest] = item.children;
    return {
      type: 'tab',
      title: titleOf(first)!,
      position: item.position,
      children: [...withoutTitle(first as Paragraph), ...rest],
    };
  });
  return { type: 'tabList', position: list.position, children: tabs } as unknown as Node;
}

/** The title of a tab: the first line after `| `. Undefined if the item does not begin with `| `. */
function titleOf(node: Node | undefined): string | undefined {
  if (node?.type !== 'paragraph') return undefined;
  const [first] = (node as Paragraph).children;
  return first?.type === 'text' ? /^\|[ \t]+(\S[^\n]*)/.exec(first.value)?.[1]?.trim() : undefined;
}

/** The paragraph without the line of the title; empty if nothing follows it. */
function withoutTitle(paragraph: Paragraph): Node[] {
  const [first, ...rest] = paragraph.children as [Text, ...Paragraph['children']];
  const value = first.value.replace(/^[^\n]*\n?/, '');
  const children = [...(value === '' ? [] : [{ ...first, value }]), ...rest];
  return children.length === 0 ? [] : [{ ...paragraph, children } as Node];
}
