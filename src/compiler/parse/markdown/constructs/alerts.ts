// Recognizes GitHub's alerts: a quote whose first line is `[!NOTE]` becomes an `alert` node (format.md 5.5).

import type { Blockquote, Node, Paragraph, Root, Text } from 'mdast';
import { visitParents, type AlertNode } from '../../../model/index.ts';

const kinds: ReadonlySet<string> = new Set(['note', 'tip', 'important', 'warning', 'caution']);

/**
 * Replaces quotes that are alerts, at any depth. Changes the tree.
 * @param text the text that the offsets of the tree refer to
 */
export function markAlerts(tree: Root, text: string): void {
  if (!text.includes('[!')) return;
  visitParents(tree, (parent) => {
    parent.children = parent.children.map((child) =>
      child.type === 'blockquote' ? (readAlert(child as Blockquote, text) ?? child) : child,
    );
  });
}

function readAlert(quote: Blockquote, text: string): AlertNode | undefined {
  const [first, ...rest] = quote.children;
  const line = first?.type === 'paragraph' ? first.children[0] : undefined;
  const [written, kind = ''] = (line?.type === 'text' && /^\[!(\w+)\][ \t]*/.exec(line.value)) || [];
  const start = line?.position?.start.offset ?? 0;
  // An escaped bracket is text.
  if (written === undefined || text[start] !== '[' || !kinds.has(kind.toLowerCase())) return undefined;
  const { paragraph, hasTextAfter } = removeMark(first as Paragraph, written.length);
  return {
    type: 'alert',
    kind: kind.toLowerCase(),
    mark: { start, end: start + written.trimEnd().length },
    hasTextAfter,
    position: quote.position,
    children: [...(paragraph ? [paragraph] : []), ...rest],
  };
}

/** The first paragraph without the mark. `paragraph` is absent if nothing else is in it. */
function removeMark(
  paragraph: Paragraph,
  length: number,
): { readonly paragraph?: Node | undefined; readonly hasTextAfter: boolean } {
  const [first, ...others] = paragraph.children as [Text, ...Paragraph['children']];
  const value = first.value.slice(length);
  const isLineEnd = value.startsWith('\n') || (value === '' && (others.length === 0 || others[0]!.type === 'break'));
  const left = value.replace(/^\n/, '');
  const rest = left === '' ? others.slice(others[0]?.type === 'break' ? 1 : 0) : [{ ...first, value: left }, ...others];
  return {
    paragraph: rest.length > 0 ? ({ ...paragraph, children: rest } as Node) : undefined,
    hasTextAfter: !isLineEnd,
  };
}
