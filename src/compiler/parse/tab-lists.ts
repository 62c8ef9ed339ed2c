// Lists of which every item begins with `| Title`: tabs. Their items become nodes with a title of their own.

import type { List, Node, Paragraph, Root, Text } from 'mdast';

interface Parent extends Node {
  children: Node[];
}

/** Replaces tab lists, at any depth. */
export function markTabLists(tree: Root): void {
  const visit = (node: Node): void => {
    if (!('children' in node)) return;
    const parent = node as Parent;
    if (parent.children.some(({ type }) => type === 'list')) {
      parent.children = parent.children.map((child) =>
        child.type === 'list' ? (readTabs(child as List) ?? child) : child,
      );
    }
    parent.children.forEach(visit);
  };
  visit(tree);
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
      children: [...behindTitle(first as Paragraph), ...rest],
    };
  });
  return { type: 'tabList', position: list.position, children: tabs } as unknown as Node;
}

/** Title of a tab: the words of the first line behind `| `; undefined where an item begins otherwise. */
function titleOf(node: Node | undefined): string | undefined {
  if (node?.type !== 'paragraph') return undefined;
  const [first] = (node as Paragraph).children;
  return first?.type === 'text' ? /^\|[ \t]+(\S[^\n]*)/.exec(first.value)?.[1]?.trim() : undefined;
}

/** What a paragraph holds below the line of the title. */
function behindTitle(paragraph: Paragraph): Node[] {
  const [first, ...rest] = paragraph.children as [Text, ...Paragraph['children']];
  const value = first.value.replace(/^[^\n]*\n?/, '');
  const children = [...(value === '' ? [] : [{ ...first, value }]), ...rest];
  return children.length === 0 ? [] : [{ ...paragraph, children } as Node];
}
