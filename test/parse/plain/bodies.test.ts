// A body that is parsed around its plain blocks has the tree, with all positions, of the same body parsed as a whole.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/bench/seeded-random.ts';
import { mutations } from '../../../scripts/fuzz/mutations.ts';
import { readOwnSeeds } from '../../../scripts/fuzz/read-seeds.ts';
import { findPlainBlocks } from '../../../src/compiler/parse/plain/bodies/find-plain-blocks.ts';
import { compile, findings } from '../../compile.ts';
import { cpuTime } from '../../cpu-time.ts';
import { expectSameBody } from './compare-bodies.ts';

const plain = [
  'Words.',
  'Two\nlines',
  'Words with `code`, [a link](/a) and **more**.',
  '# Heading',
  '## A `b` c',
  '###### 6 things',
  '```js\na { b }\n\n  more\n```',
  '```js title="a b" {1,3}\na\n```',
  '```\n```',
  '```\n\n```',
  '````md\n```\n````',
  'é 😀',
  '---',
  '> A `quote`.',
  '- a\n- `b` c\n- [d](/e)',
  '* _a_',
  '![a](b)',
  'Term\n: _definition_',
];

const others = [
  '# H #',
  '# H\nwords',
  '#no',
  '####### seven',
  '## H {#id}',
  '```js',
  '```a&amp;b\nx\n```',
  '```\ta\nx\n```',
  '``` js\nx\n```',
  '```\nx\n  ```',
  '```\nx\n    ```\n\n```\ny\n```',
  '```\nx\n\t```\n\n```\ny\n```',
  '```\nx\n`````',
  '~~~',
  '  ```\n\nwords\n\n  ```',
  'words\n```\na\n\nb\n```',
  '-',
  '- ',
  '+ a',
  '- a\n+ b',
  '- a\n  b',
  '- a\nb',
  '- a\n\n  b',
  '- [ ] a',
  '- # a',
  '- <pre>',
  '- ```',
  '> ```',
  '- import a',
  '- a\n<Foo>',
  ' - a',
  '  - a',
  'words\n- a',
  '<Foo>\n- a',
  '- a\n- b\n\n  c',
  '1. a\n\n   b',
  '  words',
  '    code',
  '> a\n> b',
  '> a\nb',
  '> - a',
  '> # a',
  '> import a',
  '>a',
  '>  a',
  '>',
  '| a |\n| - |\n| b |',
  'a\n---',
  'a\n===',
  '***',
  '----',
  '--- ',
  '- - -',
  '<Foo>',
  '</Foo>',
  '<Foo>\n  <Bar a="b" c />\n</Foo>',
  '<Foo\n  a="b"\n\n  c="d"\n/>',
  '<Foo a={1}>',
  '<Foo {...a} />',
  '  <Foo>',
  '<Foo>words',
  'a <b>c</b> d',
  'a <b>',
  '<div>',
  '</div>',
  '<pre>',
  '</pre>',
  '<!-- a',
  '-->',
  '{1 + 1}',
  '{/* a',
  '*/}',
  '{',
  '}',
  '`{a}` b',
  'export const a = 1',
  'export const a = `',
  '`',
  'export default (',
  ')',
  'words\nexport const b = 1',
  'import a from "b"',
  '[a]: /b',
  '[a] and [b](/c)',
  '[^1]: note',
  'words[^1]',
  '> [!NOTE]\n> a',
  'www.a.b',
  'x',
  'a  ',
  '\\',
  '\r\n',
  '\0',
  '\ta',
];

/** Blocks with blank lines between them, most of them plain. */
const bodies = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...plain) },
        { weight: 1, arbitrary: fc.constantFrom(...others) },
      ),
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('\n\n') },
        { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n\n', '\n \n', '') },
      ),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.flat().join(''));

/** Expects the same of texts. Returns the share of them that is parsed around plain blocks. */
function expectAllSame(texts: readonly string[], syntax: 'mdx' | 'markdown'): number {
  return texts.filter((text) => expectSameBody(text, syntax)).length / texts.length;
}

const real = readOwnSeeds()
  .map(({ text }) => text.replace(/^---\n[^]*?^---\n/m, ''))
  .filter((text) => text.trim() !== '');

describe.each(['mdx', 'markdown'] as const)('the same tree in %s', (syntax) => {
  test('of blocks of every kind', () => {
    expect(expectAllSame(fc.sample(bodies, { numRuns: 1200, seed: 1 }), syntax)).toBeGreaterThan(0.3);
  });

  test('of real bodies', () => {
    expect(expectAllSame(real, syntax)).toBeGreaterThan(0.3);
  });

  test('of real bodies that are broken in a few places', () => {
    const random = createRandom(2);
    const names = Object.keys(mutations);
    const broken = Array.from({ length: 500 }, () => {
      let text = random.pick(real).slice(0, 3000);
      for (let left = 1 + random.integer(3); left > 0; left--)
        text = mutations[random.pick(names)]!(text, random, random.pick(real));
      return text;
    });
    expect(expectAllSame(broken, syntax)).toBeGreaterThan(0.2);
  });
});

test.each([
  ['words between tags', '<Foo>\n\nWords.\n\n</Foo>\n', true],
  ['all of it plain', '# A\n\nWords.\n\n```js\na\n\nb\n```', true],
  ['words inside code', '  ```\n\nWords.\n\n  ```\n', false],
  ['words inside a text of code', 'export const a = `\n\nWords.\n\n`\n', false],
  ['words beside an expression', 'Words.\n\n{1}\n', false],
  ['words beside a mistake', 'Words.\n\n<Foo>\n', false],
  ['code inside a paragraph', 'Words\nexport const a = 1\n', false],
  ['a list between tags', '<Foo>\n\n- a\n- b\n\n</Foo>\n', true],
  ['a list after a list', '- a\n\n- b\n', false],
  ['a list in a list', '- a\n\n  - b\n', false],
  ['a quote after code in a list', '- <pre>\n\n> A quote.\n', false],
  ['a quote and a break', '> A quote.\n\n---\n', true],
  ['no plain block', '+ a\n', false],
])('%s', (_, text, isAround) => {
  expect(expectSameBody(text, 'mdx')).toBe(isAround);
});

test('fences that have no end take linear time', () => {
  const words = 'Words.\n\n';
  expectSameBody(words, 'markdown');
  expect(cpuTime(() => findPlainBlocks(words + '```a\n\n    ```\n\n'.repeat(20_000)))).toBeLessThan(500);
});

test('a tree that is too deep is one finding, with plain blocks beside it', () => {
  const lists = Array.from({ length: 250 }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');
  const found = findings(compile({ 'site.yaml': 'title: T\n', 'a.md': `# A\n\nWords.\n\n${lists}\nWords.\n` }));
  expect(found).toEqual([expect.stringMatching(/^error markdown-too-deep a\.md:/)]);
});
