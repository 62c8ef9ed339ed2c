// The Markdown parsers for bodies and descriptions. The site is drawn by the same engine.

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createBoundedAcorn, type BoundedAcorn } from '../mdx/bounded-acorn.ts';
import { linearMarkdown } from './linear-markdown.ts';
import { skipAddressSearch } from './skip-address-search.ts';

/** What each bare address that GFM reads as a link contains. */
const address = /@|www\.|https?:\/\//i;

/** The parser of texts with and of those without bare addresses. */
function chooseParser(make: (hasAddresses: boolean) => { parse(text: string): unknown }): (text: string) => Root {
  const [withAddresses, without] = [make(true), make(false)];
  return (text) => (address.test(text) ? withAddresses : without).parse(text) as Root;
}

/** Markdown with GFM, without components and expressions. */
export const markdown = {
  parse: chooseParser((hasAddresses) =>
    unified().use(remarkParse).use(remarkGfm).use(linearMarkdown, { hasAddresses }).use(skipAddressSearch).freeze(),
  ),
};

/** A parser for the bodies of pages, one after another. */
export interface MdxParser {
  /** The parser for code. It must be restarted before each body, because it counts the code that it reads. */
  readonly acorn: BoundedAcorn;
  /** @throws a message (`SyntaxMessage`) for a mistake of the author */
  parse(text: string): Root;
}

/** Creates a parser for MDX with GFM. This takes time, so use it for several bodies. */
export function createMdxParser(): MdxParser {
  const acorn = createBoundedAcorn();
  const parse = chooseParser((hasAddresses) =>
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkMdx, { acorn: acorn as never })
      .use(linearMarkdown, { hasAddresses })
      .use(skipAddressSearch)
      .freeze(),
  );
  return { acorn, parse };
}
