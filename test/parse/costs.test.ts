// Texts that would cost a parser too much time, or that are nested too deeply for the next stages: a text at its bound
// is read, a text above its bound gives one finding.

import { describe, expect, test } from 'vitest';
import {
  findCostExcess,
  findIndentExcess,
  findLineExcess,
  findOpenListExcess,
} from '../../src/compiler/parse/limits/markdown-cost.ts';
import { bounds } from '../../src/compiler/source/index.ts';
import { compile, findings } from '../compile.ts';

const found = (text: string, path = 'a.mdx'): readonly string[] =>
  findings(compile({ [path]: text })).filter((finding) => /-too-|syntax/.test(finding));

describe('the cost of marks', () => {
  // 100 marks in 200 characters, including the line break.
  const line = `${'*a'.repeat(99)}*\n`;

  test.each([
    ['each paragraph on its own', `${line}\n`.repeat(10), 10 * 100 * 200],
    ['the lines of one paragraph together', line.repeat(10), 1000 * 2000],
    ['each bullet on its own', `- ${line.slice(2)}`.repeat(10), 10 * 99 * 200],
    ['each row of a table on its own', `|a|\n|-|\n${`|${line.slice(1)}`.repeat(10)}`, 10 * 99 * 200],
    ['the rows of a table without a head together', `a\n${`|${line.slice(1)}`.repeat(10)}`, 990 * 2002],
    [
      'the rows of a table together if the head has another number of columns',
      `|a|b|\n|-|\n${`|${line.slice(1)}`.repeat(10)}`,
      990 * 2010,
    ],
    ['lines that end with a carriage return together', line.replace('\n', '\r').repeat(10), 1000 * 2000],
  ])('counts %s', (_name, text, cost) => {
    expect(findCostExcess(text, cost)).toBeUndefined();
    expect(findCostExcess(text, cost - 1)).toBeDefined();
  });

  test('points at the first mark of the paragraph that costs too much', () => {
    expect(findCostExcess(`a\n\nb ${'*'.repeat(100)}\n`, 1000)).toEqual({ offset: 5, length: 1 });
  });

  test('a body and a description above their bounds give one finding each', () => {
    const flood = (cost: number): string => '*a'.repeat(Math.ceil(Math.sqrt(cost / 2)));
    expect(found(`# A\n\n${flood(bounds.bodyCost)}\n`)).toEqual(['error markdown-too-costly a.mdx:3:1']);
    expect(found(`---\ndescriptions:\n  a: "b ${flood(bounds.descriptionCost)}"\n---\n# A\n`)).toEqual([
      'error markdown-too-costly a.mdx:3:9',
    ]);
  });
});

test('underlined headings', () => {
  const text = (count: number): string => `${'a\n=\n\n'.repeat(count)}`;
  expect(found(text(bounds.markdownUnderlines))).toEqual([]);
  expect(found(text(bounds.markdownUnderlines + 1))).toEqual([
    `error markdown-too-costly a.mdx:${3 * bounds.markdownUnderlines + 2}:1`,
  ]);
});

test('columns before list items', () => {
  const text = (columns: number): string => `- a\n${'\t- b\n'.repeat(columns / 4)}`;
  expect(findIndentExcess(text(400), 400)).toBeUndefined();
  expect(findIndentExcess(text(404), 400)).toEqual({ offset: 4 + 100 * 5 + 1, length: 1 });
  const teeth = Array.from(
    { length: bounds.markdownIndent / 95 + 100 },
    (_, i) => `${' '.repeat((i % 20) * 10)}- a\n`,
  ).join('');
  expect(found(teeth)).toEqual([expect.stringMatching(/^error markdown-too-costly a\.mdx:2\d{3}:\d+$/)]);
});

test('lines', () => {
  expect(findLineExcess('a\nb\nc', 3)).toBeUndefined();
  expect(findLineExcess('a\nb\nc\n', 3)).toBeUndefined();
  expect(findLineExcess('a\nb\nc\nd', 3)).toEqual({ offset: 6, length: 1 });
  expect(found(`${'a\n'.repeat(bounds.markdownLines)}b`)).toEqual([
    `error markdown-too-costly a.mdx:${bounds.markdownLines + 1}:1`,
  ]);
});

test('lines behind open lists', () => {
  const nested = (count: number): string => Array.from({ length: count }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');
  // The second line is compared with one list, the third with two, and each later line with three.
  expect(findOpenListExcess(`${nested(3)}\n\nb`, 1 + 2 + 3 * 3)).toBeUndefined();
  expect(findOpenListExcess(`${nested(3)}\n\nb`, 1 + 2 + 3 * 3 - 1)).toEqual({ offset: 20, length: 1 });
  expect(findOpenListExcess(`${nested(3)}\nb\n`.repeat(20), 20 * (1 + 2 + 3 + 3))).toBeUndefined();
  const blank = `${nested(60)}${'\n'.repeat(bounds.markdownOpenLists / 60)}`;
  expect(found(blank)).toEqual([expect.stringMatching(/^error markdown-too-costly a\.mdx:\d+:1$/)]);
});

test('levels of a tree that are opened by several lines', () => {
  const lists = (count: number): string => Array.from({ length: count }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');
  // A list, its item, the item's paragraph and its text: two levels for each line, and two at the end.
  const most = (bounds.markdownDepth - 2) / 2;
  expect(found(lists(most))).toEqual([]);
  expect(found(lists(most + 1))).toEqual([`error markdown-too-deep a.mdx:${most + 1}:${2 * most + 3}`]);
});

describe('code in a body', () => {
  test.each([
    ['brackets', bounds.jsxDepth, (n: number) => `${'['.repeat(n - 1)}1${']'.repeat(n - 1)}`],
    ['a sum', bounds.codeChain, (n: number) => `1${'+1'.repeat(n - 1)}`],
    ['members', bounds.codeChain, (n: number) => `a${'.a'.repeat(n)}`],
    ['assignments', bounds.codeChain, (n: number) => `${'a='.repeat(n - 1)}1`],
  ])('%s', (_name, limit, make) => {
    const finding = /jsx-too-deep/;
    expect(found(`# A\n\n{${make(limit)}}\n`).filter((each) => finding.test(each))).toEqual([]);
    expect(found(`# A\n\n{${make(limit + 1)}}\n`)).toEqual([
      expect.stringMatching(/^error jsx-too-deep a\.mdx:3:\d+$/),
    ]);
  });

  test('of many lines', () => {
    const list = (lines: number): string => `{[\n${'1,\n'.repeat(lines - 2)}]}\n`;
    expect(found(list(bounds.codeLines))).toEqual([]);
    expect(found(`# A\n\n${list(bounds.codeLines + 1)}`)).toEqual(['error mdx-syntax a.mdx:3:1']);
  });
});

test('annotations of many `.md` pages are read, even if together they hold much code', () => {
  const slug = 'a'.repeat(50_000);
  const count = Math.ceil(bounds.codeRead / slug.length) + 1;
  const pages = Array.from({ length: count }, (_, i) => [`p${i}.md`, `# A\n\n## B {{ "url": "${slug}" }}\n`]);
  expect(findings(compile(Object.fromEntries(pages)))).toEqual([]);
});

test('tags after a fence are counted, tags in it are not', () => {
  const tags = (count: number): string => `${'<b>'.repeat(count)}a${'</b>'.repeat(count)}`;
  expect(found(`\`\`\`\n\`\`\`js\n\`\`\`\n${tags(bounds.jsxDepth + 1)}\n`)).toEqual([
    expect.stringContaining('jsx-too-deep a.mdx:4:'),
  ]);
  expect(found(`\`\`\`\n\`\`\`js\n${tags(bounds.jsxDepth + 1)}\n\`\`\`\n`)).toEqual([]);
});

test('a `<` in prose opens no tag', () => {
  expect(found(`# A\n\n${'a < b\n\n'.repeat(bounds.jsxDepth + 1)}`)).toEqual([]);
});

test('long code in a fence costs nothing, whatever it contains', () => {
  const lines = (line: string): string => `\`\`\`\n${line.repeat(2500)}\`\`\`\n`;
  const code = [
    '  "organization_id": "org_01EHWNCE74X7JSDV0X3SZ3KJNY", [a]\n',
    '        - a: 1\n',
    'title\n-----\n',
    `${'> '.repeat(40)}x\n`,
  ];
  for (const line of code) {
    for (const file of ['a.md', 'a.mdx'])
      expect(findings(compile({ [file]: `# A\n\n${lines(line)}\nText.\n` }))).toEqual([]);
  }
});

test.each([
  ['after a closed fence', '```\nx\n```\n\n'],
  ['after a fence with an indented end', '```\nx\n  ```\n\n'],
  ['after an indented fence', '  ```\n```\n\n'],
  ['after a fence in a list', '- ```\n\n'],
  ['after a fence in a quote', '> ```\n\n'],
  ['after a tag', '<div>\n```\n</div>\n\n'],
])('marks %s are counted', (_name, before) => {
  const [finding] = findings(compile({ 'a.md': `${before}${'*a _b [c '.repeat(20_000)}\n` }));
  expect(finding).toContain('markdown-too-costly');
});
