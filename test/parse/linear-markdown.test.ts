// The plugin does not change the trees, and the time for a long paragraph is linear in its length.

import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { linearMarkdown } from '../../src/compiler/parse/markdown/linear-markdown.ts';

const markdown = () => unified().use(remarkParse).use(remarkGfm);
const mdx = () => markdown().use(remarkMdx);
const pieces = [
  'a',
  'b c',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n  ',
  '\\',
  '\\\\',
  '\\*',
  '\\\n',
  '&amp;',
  '&#1;',
  '&',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '[',
  ']',
  '](b)',
  '![',
  '<b>',
  '</b>',
  '<https://a.b>',
  'www.a.b',
  'https://a.b/c',
  'a@b.c',
  '@',
  '[^1]',
  '{1}',
  '# ',
  '- ',
  '> ',
  '| ',
  '|-|\n',
  '\u0301',
  '😀',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

describe('the tree is the same', () => {
  test.each([
    ['of Markdown', markdown().freeze(), markdown().use(linearMarkdown).freeze()],
    ['of MDX', mdx().freeze(), mdx().use(linearMarkdown).freeze()],
  ])('%s', (_name, plain, merging) => {
    const read = (parser: { parse(text: string): unknown }, text: string): unknown => {
      try {
        return parser.parse(text);
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(merging, text)).toEqual(read(plain, text));
      }),
      { numRuns: 1000 },
    );
  });
});
