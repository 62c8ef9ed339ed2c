// Forms that have both a function and an expression: editors, who have the expression alone, refuse no text that the
// decoders accept. Where the expression is exact, they refuse the same texts.

import { describe, expect, test } from 'vitest';
import * as forms from '../../src/compiler/format/forms.ts';
import type { TextForm } from '../../src/compiler/format/index.ts';

const all = Object.entries(forms).filter(
  (entry): entry is [string, TextForm] => typeof entry[1] === 'object' && 'wanted' in entry[1],
);

/** Texts of many forms, right and nearly right; an empty one is refused before its form is looked at. */
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

describe.each(all.filter(([, { accepts, pattern, not }]) => accepts && (pattern || not)))('%s', (_name, form) => {
  test.each(texts)('%j', (text) => {
    const matches = (form.pattern?.test(text) ?? true) && !form.not?.test(text);
    if (form.accepts!(text)) expect(matches).toBe(true);
    if (form.not) expect(matches).toBe(form.accepts!(text));
  });
});

test.each(all)('%s says what it wants, and decides', (_name, { wanted, pattern, accepts }) => {
  expect(wanted).toMatch(/^\S.*[^.]$/);
  expect(pattern ?? accepts).toBeDefined();
});

test('expressions have no state of their own', () => {
  for (const [, { pattern, not }] of all) expect([pattern?.flags ?? '', not?.flags ?? '']).toEqual(['', '']);
});
