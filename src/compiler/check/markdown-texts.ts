// The Markdown texts of a page with their places: the body, and all descriptions and deprecation texts of the
// frontmatter.

import type { Root } from 'mdast';
import type { Range, SourceFile } from '../source/index.ts';
import {
  fieldsOf,
  leavesOf,
  type Description,
  type Entity,
  type FieldItem,
  type MarkdownText,
  type Page,
} from '../model/index.ts';

/** One Markdown text of a page. */
export interface PageText {
  readonly kind: 'mdx' | 'markdown' | 'description';
  readonly tree: Root;
  /** The text that the offsets of `tree` refer to. */
  readonly source: string;
  /** Converts two offsets of `source` to a place in the file. */
  placeAt(start: number, end: number): { readonly file: SourceFile; readonly range: Range };
}

/** Lists the Markdown texts of a page: its body, then all descriptions and deprecation texts in file order. */
export type TextsOf = (page: Page) => readonly PageText[];

/** Makes a function that lists the texts of each page once. Many rules read them. */
export function rememberTexts(): TextsOf {
  const known = new Map<Page, readonly PageText[]>();
  return (page) => {
    const texts = known.get(page) ?? listTexts(page);
    known.set(page, texts);
    return texts;
  };
}

function listTexts(page: Page): readonly PageText[] {
  const { file, body } = page;
  const texts: PageText[] = [
    {
      kind: body.syntax,
      tree: body.tree,
      source: file.text.slice(body.range.start, body.range.end),
      placeAt: (start, end) => ({ file, range: { start: body.range.start + start, end: body.range.start + end } }),
    },
  ];
  for (const description of descriptionsOf(page))
    if (description.kind === 'markdown') texts.push(textOf(description.text));
  return texts;
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
  const found: Description[] = [];
  for (const { description } of leavesOf(page.descriptions)) found.push(description);
  const add = ({ description, deprecated }: Entity | FieldItem): void => {
    if (description) found.push(description);
    if (deprecated?.kind === 'markdown') found.push(deprecated);
  };
  for (const entity of [...page.entities.values()].flat()) {
    add(entity);
    fieldsOf(entity).forEach(add);
  }
  return found;
}
