// The Markdown texts of a page with their places: the body, and all descriptions and deprecation texts of the
// frontmatter.

import type { Root } from 'mdast';
import type { Range, SourceFile } from '../source/index.ts';
import { fieldsOf, leavesOf, type Description, type MarkdownText, type Page } from '../model/index.ts';

/** One Markdown text of a page. */
export interface PageText {
  readonly kind: 'mdx' | 'markdown' | 'description';
  readonly tree: Root;
  /** The text that the offsets of `tree` refer to. */
  readonly source: string;
  /** Converts two offsets of `source` to a place in the file. */
  placeAt(start: number, end: number): { readonly file: SourceFile; readonly range: Range };
}

/** The Markdown texts of a page: its body, then all descriptions and deprecation texts in file order. */
export function* pageTextsOf(page: Page): Generator<PageText> {
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

/** All descriptions and deprecation texts of a page as written, placeholders included. */
export function descriptionsOf(page: Page): readonly Description[] {
  const described = [...page.entities.values()].flat().flatMap((entity) => [entity, ...fieldsOf(entity)]);
  return [
    ...leavesOf(page.descriptions).map(({ description }) => description),
    ...described.flatMap(({ description, deprecated }) => [
      ...(description ? [description] : []),
      ...(deprecated?.kind === 'markdown' ? [deprecated] : []),
    ]),
  ];
}
