// The Markdown texts of a page with their places: the body, and every description of the frontmatter.

import type { Node, Root } from 'mdast';
import type { Range, SourceFile } from '../source/index.ts';
import type { Description, DescriptionTree, Item, MarkdownText, Page } from '../model/index.ts';

/** One Markdown text of a page. */
export interface PageText {
  readonly kind: 'mdx' | 'markdown' | 'description';
  readonly tree: Root;
  /** The text that the offsets of `tree` refer to. */
  readonly source: string;
  /** Converts two offsets of `source` to a place in the file. */
  placeAt(start: number, end: number): { readonly file: SourceFile; readonly range: Range };
}

/** The texts of a page: its body, then all descriptions in file order. */
export function* textsOf(page: Page): Generator<PageText> {
  const { file, body } = page;
  yield {
    kind: body.syntax,
    tree: body.tree,
    source: file.text.slice(body.range.start, body.range.end),
    placeAt: (start, end) => ({ file, range: { start: body.range.start + start, end: body.range.start + end } }),
  };
  for (const description of descriptionsOf(page)) if (description.kind === 'markdown') yield textOf(description.text);
}

function textOf({ value, file, tree, rangeOf }: MarkdownText): PageText {
  return {
    kind: 'description',
    tree,
    source: value,
    placeAt: (start, end) => ({ file, range: rangeOf(start, end) }),
  };
}

/** All descriptions of a page as written, placeholders included. */
export function* descriptionsOf(page: Page): Generator<Description> {
  const visitTable = function* (table: DescriptionTree | Page['descriptions']): Generator<Description> {
    for (const node of table.values()) {
      if (node.kind === 'leaf') yield node.description;
      else yield* visitTable(node.table);
    }
  };
  const visitItems = function* (items: readonly Item[] = []): Generator<Description> {
    for (const item of items) {
      if (item.kind === 'entity-reference') continue;
      if (item.description) yield item.description;
      if (item.deprecated?.kind === 'markdown') yield item.deprecated;
      yield* visitItems(item.properties);
    }
  };
  yield* visitTable(page.descriptions);
  for (const entities of page.entities.values()) {
    for (const { description, deprecated, properties, parameters, returns } of entities) {
      if (description) yield description;
      if (deprecated?.kind === 'markdown') yield deprecated;
      for (const items of [properties, parameters, returns]) yield* visitItems(items);
    }
  }
}

/** The nodes of a tree in text order, `node` first. */
export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of node.children as Node[]) yield* nodesIn(child);
}

/** The range of the text that a node was parsed from. */
export function rangeOf(node: Node): Range {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
