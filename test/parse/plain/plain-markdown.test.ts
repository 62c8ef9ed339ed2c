// The quick reader for plain Markdown gives the tree of the parser, with the same positions, or gives up.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/bench/seeded-random.ts';
import { mutations } from '../../../scripts/fuzz/mutations.ts';
import { readOwnSeeds } from '../../../scripts/fuzz/read-seeds.ts';
import { expectSameMarkdown } from './compare-markdown.ts';
import { lines, soup } from './make-markdown.ts';

/** Expects the same result of both readers for each text. Returns the share of texts that the quick reader reads. */
function expectAllSame(texts: readonly string[]): number {
  return texts.filter(expectSameMarkdown).length / texts.length;
}

/** Paragraphs and lists of real pages, and single lines of them. */
const real = [
  ...new Set(
    readOwnSeeds().flatMap(({ text }) => [
      ...text.split(/\n(?:[ \t]*\n)+/),
      ...text.split('\n').map((line) => line.replace(/^[\s-]*[\w.]+: /, '')),
    ]),
  ),
].filter((text) => text.length < 1000);

describe('gives the same tree', () => {
  test('for lines with words and marks', () => {
    expect(expectAllSame(fc.sample(lines, { numRuns: 3000, seed: 1 }))).toBeGreaterThan(0.15);
  });

  test('for words and marks in any order', () => {
    expect(expectAllSame(fc.sample(soup, { numRuns: 3000, seed: 2 }))).toBeGreaterThan(0.02);
  });

  test('for real texts, also with a line break at their end', () => {
    expect(expectAllSame(real)).toBeGreaterThan(0.3);
    expect(expectAllSame(real.slice(0, 1000).map((text) => `${text}\n`))).toBeGreaterThan(0.3);
  });

  test('for real texts that are broken in a few places', () => {
    const random = createRandom(3);
    const names = Object.keys(mutations);
    const broken = Array.from({ length: 2000 }, () => {
      let text = random.pick(real);
      for (let left = 1 + random.integer(3); left > 0; left--)
        text = mutations[random.pick(names)]!(text, random, random.pick(real));
      return text;
    });
    expect(expectAllSame(broken)).toBeGreaterThan(0.1);
  });
});

test.each([
  ['one line', 'The name of the door.', true],
  ['lines and paragraphs', 'One\ntwo.\n\nThree.\n', true],
  ['code', 'One of `open` and `shut`.', true],
  ['links', 'See [the `door`](/door#key) and [that](https://example.com/a_b?c=d).', true],
  ['emphasis', '**One**, *two* (**three**).', true],
  ['emphasis with underscores', '_One_, __two words__ and (_snake_case_).', true],
  ['pictures', 'A door:\n![the door](/door.png?width=2&height=3)', true],
  ['a definition', 'Door\n: What one opens.', true],
  ['a list after its introduction', 'One of:\n- `a`: first\n- **b**\n\nNothing else.', true],
  ['an indented list', 'One of:\n\n  - a\n  - b\n', true],
  ['names in snake case', 'The user_id of user__name.', true],
  ['two lists', '- a\n\n- b', false],
  ['an address', 'See https://example.com.', false],
  ['an address without a protocol', 'See Www.example.com.', false],
  ['a mail address', 'Write to a@b.c.', false],
  ['an entity', 'a &amp; b', false],
  ['an escape', 'a \\* b', false],
  ['a hard break', 'a  \nb', false],
  ['a heading', '# a', false],
  ['an underlined heading', 'a\n-', false],
  ['a numbered list', '1. a', false],
  ['a task', '- [x] a', false],
  ['an element', 'a <br> b', false],
  ['a table', 'a | b\n- | -', false],
  ['a footnote', 'a[^1]', false],
  ['a picture with a title', '![a](b "c")', false],
  ['a picture in a link', '[![a](b)](c)', false],
  ['a long text', `${'word '.repeat(300)}end`, false],
  ['nothing', '', false],
])('%s', (_, text, isRead) => {
  expect(expectSameMarkdown(text)).toBe(isRead);
});
