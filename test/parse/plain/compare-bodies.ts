// Parses a body around its plain blocks and as a whole, and compares the trees.

import type { Root } from 'mdast';
import { expect } from 'vitest';
import { createMdxParser, markdown } from '../../../src/compiler/parse/markdown/markdown-parsers.ts';
import { parseAroundPlainBlocks } from '../../../src/compiler/parse/plain/index.ts';

const mdx = createMdxParser();

const parsers: Readonly<Record<'mdx' | 'markdown', (text: string) => Root>> = {
  mdx: (text) => {
    mdx.acorn.restart();
    return mdx.parse(text);
  },
  markdown: (text) => markdown.parse(text) as Root,
};

/**
 * Expects the same tree from both, unless the text has no plain blocks or must be parsed as a whole. Returns whether it
 * was parsed around its blocks.
 */
export function expectSameBody(text: string, syntax: 'mdx' | 'markdown'): boolean {
  const parse = (left: string): Root | undefined => {
    try {
      return parsers[syntax](left);
    } catch {
      return undefined;
    }
  };
  const quick = parseAroundPlainBlocks(text, parse);
  if (quick === undefined) return false;
  expect(quick, JSON.stringify(text)).toEqual(parse(text));
  return true;
}
