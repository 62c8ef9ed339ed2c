// Rules with both a function and an expression. Editors only have the expression: they refuse no text that the decoders
// accept, and exactly the same texts if the expression is exact.

import { describe, expect, test } from 'vitest';
import * as rules from '../../src/compiler/format/text-rules.ts';
import type { TextRule } from '../../src/compiler/format/index.ts';

const all = Object.entries(rules).filter(
  (entry): entry is [string, TextRule] => typeof entry[1] === 'object' && 'wanted' in entry[1],
);

/** Correct and almost correct texts for many rules. Empty texts are not among them: they are refused before. */
const texts = [
  'a',
  'A',
  '/',
  '//',
  '#',
  '/a',
  '/a b',
  '/a?b',
  '/a#b',
  '#a',
  'a/b.svg',
  './a.svg',
  '../a.svg',
  'a/../../b.svg',
  'a/b/c/../../../d.svg',
  'C:/a.svg',
  'a\\b.svg',
  'https://example.com',
  'HTTPS://example.com/{path}',
  'https://example.com/?a=1',
  'https://',
  'https://[',
  'http://example.com/a#b',
  'mailto:a@example.com',
  'javascript:alert(1)',
  'sso.',
  'sso\\.',
  '\\s',
  '\\s+',
  '[a-z]',
  '[^a]',
  '(a|b)',
  '(?:a)',
  '.*',
  '^a',
  'a$',
  'a\\$',
  '(limit)',
  '(a.b)',
  '(a.b.c)',
  'en',
  'pt-BR',
  'e n',
  '#fff',
  '#ffff',
  '.html',
  'json',
  '__proto__',
  'CodeBlock',
];

describe.each(all.filter(([, { accepts, pattern, not }]) => accepts && (pattern || not)))('%s', (_name, rule) => {
  test.each(texts)('%j', (text) => {
    const matches = (rule.pattern?.test(text) ?? true) && !rule.not?.test(text);
    if (rule.accepts!(text)) expect(matches).toBe(true);
    if (rule.not) expect(matches).toBe(rule.accepts!(text));
  });
});

test.each(all)('%s has a description, and a pattern or a function', (_name, { wanted, pattern, accepts }) => {
  expect(wanted).toMatch(/^\S.*[^.]$/);
  expect(pattern ?? accepts).toBeDefined();
});

test('expressions have no state', () => {
  for (const [, { pattern, not }] of all) expect([pattern?.flags ?? '', not?.flags ?? '']).toEqual(['', '']);
});
