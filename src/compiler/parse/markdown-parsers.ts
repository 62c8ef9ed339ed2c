// The Markdown engine that bodies and descriptions are parsed with; the site is drawn with the same one.

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createBoundedAcorn, type BoundedAcorn } from './bounded-acorn.ts';
import { linearMarkdown } from './linear-markdown.ts';

/** Markdown with GFM, without components and expressions. */
export const markdown = unified().use(remarkParse).use(remarkGfm).use(linearMarkdown).freeze();

/** Reads the bodies of pages one after another. */
export interface MdxParser {
  /** Reads code; counts what it reads until it is restarted, which is for each body. */
  readonly acorn: BoundedAcorn;
  /** @throws messages for an author's mistakes */
  parse(text: string): Root;
}

export function createMdxParser(): MdxParser {
  const acorn = createBoundedAcorn();
  const mdx = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx, { acorn: acorn as never })
    .use(linearMarkdown)
    .freeze();
  return { acorn, parse: (text) => mdx.parse(text) as Root };
}
