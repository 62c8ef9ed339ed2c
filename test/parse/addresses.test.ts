// The parsers that look for bare addresses only where there may be some give the trees of the parsers that always do.

import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { createMdxParser, markdown } from '../../src/compiler/parse/markdown/markdown-parsers.ts';

const words = [
  'a',
  'a.b',
  'b@c.d',
  '&#64;',
  'www.a.b',
  'WWW.a.b',
  '&#119;ww.a.b',
  'w\\ww',
  'http://a.b',
  'HTTPS://a.b',
];
const marks = ['http:\\//a.b', 'xmpp:a@b.c/d', 'mailto:a@b.c', '.', ' ', '\n', '*', '`', '[', ']', '(', ')', '|', ':'];
const others = ['two words', 'a_b', '_', '~~', '\\*', '&amp;', '\n\n', '- ', '[a](b)', 'é', '<b>', '</b>', '!', '1'];

/** Half of them without an address. */
const texts = fc
  .oneof(
    fc.array(fc.constantFrom(...words, ...marks), { maxLength: 6 }),
    fc.array(fc.constantFrom('a', ...others, ...marks.slice(3)), { maxLength: 8 }),
  )
  .map((parts) => parts.join(''));

const gfm = unified().use(remarkParse).use(remarkGfm);

describe.each([
  ['Markdown', markdown, gfm().freeze()],
  ['MDX', createMdxParser(), gfm().use(remarkMdx).freeze()],
])('%s', (_, parser, always) => {
  const read = (reader: { parse(text: string): unknown }, text: string): unknown => {
    try {
      return reader.parse(text);
    } catch (error) {
      return String(error);
    }
  };

  test('with and without addresses', () => {
    const samples = fc.sample(texts, { numRuns: 500, seed: 1 });
    for (const text of samples) expect(read(parser, text), JSON.stringify(text)).toEqual(read(always, text));
  });

  test('with an address that the parser finds only in the tree', () => {
    const tree = read(parser, 'a&#64;b.c');
    expect(tree).toEqual(read(always, 'a&#64;b.c'));
    expect(JSON.stringify(tree)).toContain('mailto:a@b.c');
  });
});
