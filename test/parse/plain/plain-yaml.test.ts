// The quick reader for plain YAML gives the data of the library, value by value and offset by offset, or gives up.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/bench/seeded-random.ts';
import { mutations } from '../../../scripts/fuzz/mutations.ts';
import { readOwnSeeds } from '../../../scripts/fuzz/read-seeds.ts';
import { readPlainYaml } from '../../../src/compiler/parse/plain/index.ts';
import { expectSameYaml, frontmatterOf } from './compare-yaml.ts';
import { blocks, soup } from './make-yaml.ts';

const seeds = readOwnSeeds();
const own = seeds.flatMap(({ name, text }) => (name === 'site.yaml' ? text : (frontmatterOf(text) ?? [])));

/** Expects the same result of both readers for each text. Returns the share of texts that the quick reader reads. */
function expectAllSame(texts: readonly string[]): number {
  return texts.filter((text) => expectSameYaml(text, '---\n')).length / texts.length;
}

describe('gives the same data', () => {
  test('for maps and lists with scalars of every kind', () => {
    expect(expectAllSame(fc.sample(blocks, { numRuns: 3000, seed: 1 }))).toBeGreaterThan(0.3);
  });

  test('for pieces in any order', () => {
    expect(expectAllSame(fc.sample(soup, { numRuns: 3000, seed: 2 }))).toBeGreaterThan(0.01);
  });

  test('for real frontmatter, also with other line ends', () => {
    expect(expectAllSame(own)).toBeGreaterThan(0.6);
    expect(expectAllSame(own.map((text) => text.replaceAll('\n', '\r\n')))).toBeGreaterThan(0.6);
  });

  test('for real frontmatter that is broken in a few places', () => {
    const random = createRandom(3);
    const names = Object.keys(mutations);
    const broken = Array.from({ length: 1500 }, () => {
      let text = random.pick(own);
      for (let left = 1 + random.integer(3); left > 0; left--)
        text = mutations[random.pick(names)]!(text, random, random.pick(own));
      return text;
    });
    expect(expectAllSame(broken)).toBeGreaterThan(0.1);
  });
});

test.each([
  ['a map with lists', 'a: b\nc:\n- d\n-   e: f\n    g: h\n# comment\n- - h\n', true],
  ['texts of several lines', 'a: b\n  c\n\n  d\ne: >-\n  f\n\n    g\nh: "i\n  j"\n', true],
  ['a comment after the last value', 'a:\n  b: c # d\n', true],
  ['a comment that may belong to the value before it', 'a:\n  b: c\n  # d\ne: f\n', false],
  ['brackets', 'a: [b]\n', false],
  ['an anchor', 'a: &b c\n', false],
  ['a tag', 'a: !!str c\n', false],
  ['a duplicate key', 'a: b\na: c\n', false],
  ['a no-break space as indentation', 'a:\n\u00a0b: c\n', false],
  ['a lone carriage return', 'a: b\rc: d\n', false],
  ['one text', 'a\n', false],
  ['nothing', '# a\n', false],
])('%s', (_, yaml, isRead) => {
  expect(expectSameYaml(yaml, '---\n')).toBe(isRead);
});

test('reads a text at a limit, and gives up above it', () => {
  const nested = (levels: number): string =>
    Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:${i === levels - 1 ? ' b' : ''}\n`).join('');
  expect([64, 65].map((levels) => expectSameYaml(nested(levels)))).toEqual([true, false]);
  const wide = (keys: number): string => Array.from({ length: keys }, (_, i) => `k${i}: v\n`).join('');
  expect(expectSameYaml(wide(10_000))).toBe(true);
  expect(readPlainYaml(wide(10_001), { start: 0, end: wide(10_001).length })).toBeUndefined();
});
