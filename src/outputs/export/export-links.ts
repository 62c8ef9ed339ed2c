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
import { originOf, type Places } from './origin.ts';
import type { Origin } from './reference-data.ts';

/** Links of the page's body, then links of the texts in its tables, each once, in reading order. */
export function exportLinks({ page, entities, links }: ResolvedPage, places: Places): readonly object[] {
  const texts = new Map<Node, MarkdownText>();
  // Only places need the text of a node.
  for (const text of places === undefined ? [] : markdownOf(entities)) {
    visitNodes(text.tree, (node) => texts.set(node, text));
  }
  const placeOf = (node: Node): Origin | undefined => {
    if (places === undefined) return undefined;
    const text = texts.get(node);
    if (text === undefined) return originOf(page.file, rangeOfNode(node, page.body.range.start), places);
    const { start, end } = rangeOfNode(node);
    return originOf(text.file, text.rangeOf(start, end), places);
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
