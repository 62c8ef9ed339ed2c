// The text of findings: code frames, suggestions, names and annotations.

import { describe, expect, test } from 'vitest';
import {
  codeFrame,
  escapeControls,
  formatGithub,
  quote,
  quoteAll,
  type Diagnostic,
} from '../../src/compiler/diagnostics/index.ts';
import { suggest } from '../../src/compiler/text/index.ts';
import type { SourceFile } from '../../src/compiler/source/index.ts';

const file = (text: string): SourceFile => ({ path: 'page.mdx', text });
const frame = (text: string, part: string): string => {
  const start = text.indexOf(part);
  return codeFrame(file(text), { start, end: start + part.length });
};

describe('a code frame', () => {
  test('shows the line before the range, and underlines the whole range', () => {
    expect(frame('one\ntwo three\nfour', 'three')).toBe('1 | one\n2 | two three\n  |     ^^^^^');
  });

  test('marks an empty range with one character', () => {
    expect(codeFrame(file('ab'), { start: 1, end: 1 })).toBe('1 | ab\n  |  ^');
  });

  test('counts a tab and a character outside the basic plane as one column each', () => {
    expect(frame('\t\u{1f600}x', 'x')).toBe('1 |  \u{1f600}x\n  |   ^');
  });

  test('shows control characters as escapes, and underlines the whole escape', () => {
    expect(frame('a\u001b[31mb', '\u001b')).toBe('1 | a\\u{1b}[31mb\n  |  ^^^^^^');
  });

  test('shows at most four lines of a range', () => {
    expect(frame('a\nb\nc\nd\ne\nf', 'a\nb\nc\nd\ne').split('\n').at(-1)).toBe('  | …');
  });

  test('shows only the part of a long line around the range', () => {
    const shown = frame(`${'x'.repeat(500)}here${'y'.repeat(500)}`, 'here').split('\n');
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(110);
    expect(shown[1]!.indexOf('^^^^')).toBe(shown[0]!.indexOf('here'));
  });
});

describe('a suggestion', () => {
  test.each([
    ['descripton', ['description', 'descriptions'], 'description'],
    ['organizationId', ['organization_id', 'organization'], 'organization_id'],
    ['tilte', ['title', 'icon'], 'title'],
    ['tilte', ['title', 'tile'], undefined],
    ['Limit', ['limit'], 'limit'],
    ['xyz', ['title', 'type'], undefined],
    ['cat', ['bat', 'rat'], undefined],
    ['', ['a'], undefined],
  ])('for %j among %j is %j', (name, candidates, expected) => {
    expect(suggest(name, candidates)).toBe(expected);
  });
});

test('names are in backticks, shortened, with escapes for invisible characters', () => {
  expect(quote('a\u202eb\n')).toBe('`a\\u{202e}b\\u{a}`');
  expect([...quote('x'.repeat(300))].length).toBe(82);
  expect(escapeControls('\ud800')).toBe('\\u{d800}');
  expect(quoteAll(['a', 'b', 'c'])).toBe('`a`, `b` and `c`');
  expect(quoteAll(['a', 'b', 'c'], 1)).toBe('`a` and 2 more');
});

test('the text of a finding cannot end its annotation', () => {
  const diagnostic: Diagnostic = {
    code: 'unknown-key',
    severity: 'error',
    message: 'bad\n::error::100%',
    file: 'a,b:c.mdx',
    related: [],
  };
  expect(formatGithub(diagnostic, 'content/')).toBe(
    '::error file=content/a%2Cb%3Ac.mdx,title=unknown-key::bad\\u{a}::error::100%25\n',
  );
});
