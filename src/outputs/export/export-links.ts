// Links of a resolved page → data: address as written, place, and target.

import type { Node } from 'mdast';
import {
  visitNodes,
  rangeOfNode,
  markdownOf,
  type LinkTarget,
  type MarkdownText,
  type ResolvedPage,
} from '../../compiler/model/index.ts';
import type { LineIndex } from '../../compiler/source/index.ts';
import { originOf } from './origin.ts';
import type { Origin } from './reference-data.ts';

/** Links of the page's body, then links of the texts in its tables, each once, in reading order. */
export function exportLinks({ page, entities, links }: ResolvedPage, index: LineIndex): readonly object[] {
  const texts = new Map<Node, MarkdownText>();
  for (const text of markdownOf(entities)) visitNodes(text.tree, (node) => texts.set(node, text));
  const placeOf = (node: Node): Origin => {
    const text = texts.get(node);
    if (text === undefined) return originOf(page.file, rangeOfNode(node, page.body.range.start), index);
    const { start, end } = rangeOfNode(node);
    return originOf(text.file, text.rangeOf(start, end), index);
  };
  return [...links].map(([node, target]) => ({
    kind: node.type,
    url: node.url,
    origin: placeOf(node),
    target: exportTarget(target),
  }));
}

function exportTarget(target: LinkTarget): object {
  const { kind, ...rest } = target;
  return { kind, ...rest };
}
