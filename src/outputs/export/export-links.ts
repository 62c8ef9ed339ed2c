// Links of a resolved page → data: address as written, place, and target.

import type { Node } from 'mdast';
import type { LinkTarget, MarkdownText, ResolvedItem, ResolvedPage } from '../../compiler/model/index.ts';
import type { LineIndex } from '../../compiler/source/index.ts';
import { originOf, type Origin } from './origin.ts';

/** Links of the page's body, then links of the texts in its tables, each once, in reading order. */
export function exportLinks({ page, entities, links }: ResolvedPage, index: LineIndex): readonly object[] {
  const texts = new Map<Node, MarkdownText>();
  for (const { forms } of entities) {
    for (const { entity, lists } of forms.values()) {
      if (entity.deprecated?.kind === 'markdown') noteNodes(entity.deprecated.text, texts);
      for (const text of lists.flatMap(({ items }) => textsOf(items))) noteNodes(text, texts);
    }
  }
  const placeOf = (node: Node): Origin => {
    const text = texts.get(node);
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (text === undefined) {
      return originOf(page.file, { start: page.body.range.start + start, end: page.body.range.start + end }, index);
    }
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

function textsOf(items: readonly ResolvedItem[]): readonly MarkdownText[] {
  return items.flatMap(({ description, deprecated, children }) => [
    ...(description ? [description] : []),
    ...(deprecated && deprecated !== true ? [deprecated] : []),
    ...textsOf(children),
  ]);
}

/** Records the text of each of its nodes. */
function noteNodes(text: MarkdownText, texts: Map<Node, MarkdownText>): void {
  if (texts.has(text.tree)) return;
  const visit = (node: Node): void => {
    texts.set(node, text);
    if ('children' in node) (node.children as readonly Node[]).forEach(visit);
  };
  visit(text.tree);
}
