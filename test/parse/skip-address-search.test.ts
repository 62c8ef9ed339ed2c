// The parser that skips its search for addresses gives the trees of the parser that does not.

import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { markdown } from '../../src/compiler/parse/markdown/markdown-parsers.ts';

const always = unified().use(remarkParse).use(remarkGfm).freeze();

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
const marks = [
  'http:\\//a.b',
  'xmpp:a@b.c/d',
  'mailto:a@b.c',
  '.',
  ' ',
  '\n',
  '*',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '|',
];

const texts = fc.array(fc.constantFrom(...words, ...marks), { maxLength: 6 }).map((parts) => parts.join(''));

test('for texts with and without addresses', () => {
  const samples = fc.sample(texts, { numRuns: 500, seed: 1 });
  for (const text of samples) expect(markdown.parse(text), JSON.stringify(text)).toEqual(always.parse(text));
});

test('an address that only the search finds', () => {
  const tree = markdown.parse('a&#64;b.c');
  expect(tree).toEqual(always.parse('a&#64;b.c'));
  expect(JSON.stringify(tree)).toContain('mailto:a@b.c');
});
