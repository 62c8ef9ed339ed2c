// Each bound at its limit and one above it: no finding, then exactly one finding at its place.

import { describe, expect, test } from 'vitest';
import { bounds } from '../../src/compiler/source/index.ts';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

const frontmatter = (yaml: string): string => `---\n${yaml}\n---\n# A\n`;
const found = (text: string): readonly string[] =>
  findings(compile({ 'a.mdx': text })).filter((finding) => !finding.includes('unused-description'));

describe.each<
  [name: string, code: string, limit: number, make: (size: number) => string, line: number, column: number]
>([
  [
    'levels of lists in brackets',
    'yaml-too-deep',
    bounds.yamlDepth,
    (n) => frontmatter(`originalPath: ${'['.repeat(n - 1)}1${']'.repeat(n - 1)}`),
    2,
    15 + bounds.yamlDepth - 1,
  ],
  [
    'levels of maps by indentation',
    'yaml-too-deep',
    bounds.yamlDepth,
    (n) =>
      frontmatter(`originalPath:\n${Array.from({ length: n - 1 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')} 1`),
    bounds.yamlDepth + 2,
    bounds.yamlDepth + 1,
  ],
  [
    'levels of lists on one line',
    'yaml-too-deep',
    bounds.yamlDepth,
    (n) => frontmatter(`originalPath:\n ${'- '.repeat(n - 1)}1`),
    3,
    2 + 2 * (bounds.yamlDepth - 1),
  ],
  [
    'aliases',
    'too-many-aliases',
    bounds.yamlAliases,
    (n) => frontmatter(`originalPath:\n  - &a x\n${'  - *a\n'.repeat(n)}`),
    4 + bounds.yamlAliases,
    5,
  ],
  [
    'keys of a map',
    'too-many-keys',
    bounds.mappingKeys,
    (n) => frontmatter(`descriptions:\n${Array.from({ length: n }, (_, i) => `  k${i}: text`).join('\n')}`),
    3 + bounds.mappingKeys,
    3,
  ],
  [
    'quotes in a line',
    'markdown-too-deep',
    bounds.markdownContainers,
    (n) => `# A\n\n${'> '.repeat(n)}text\n`,
    3,
    1 + 2 * bounds.markdownContainers,
  ],
  [
    'list items in a line',
    'markdown-too-deep',
    bounds.markdownContainers,
    (n) => `# A\n\n${'- '.repeat(n)}text\n`,
    3,
    1 + 2 * bounds.markdownContainers,
  ],
  [
    'quotes in a line of a description',
    'markdown-too-deep',
    bounds.markdownContainers,
    (n) => frontmatter(`descriptions:\n  a: |\n    one\n    ${'> '.repeat(n)}text`),
    5,
    5 + 2 * bounds.markdownContainers,
  ],
  [
    'tags inside each other',
    'jsx-too-deep',
    bounds.jsxDepth,
    (n) => `# A\n\n${'<b>'.repeat(n)}text${'</b>'.repeat(n)}\n`,
    3,
    1 + 3 * bounds.jsxDepth,
  ],
  [
    'levels of items',
    'items-too-deep',
    bounds.itemDepth,
    (n) =>
      frontmatter(
        'reference:\n  js:\n    - key: T\n      id: t\n' +
          Array.from({ length: n }, (_, i) =>
            ['      properties:', '        - key: a', '          type: t', '          description: d']
              .map((line) => ' '.repeat(4 * i) + line)
              .join('\n'),
          ).join('\n'),
      ),
    6 + 4 * bounds.itemDepth + 1,
    9 + 4 * bounds.itemDepth,
  ],
])('%s', (_name, code, limit, make, line, column) => {
  test(`${limit} are read`, () => {
    expect(found(make(limit))).toEqual([]);
  });

  test('one more gives one finding at its place', () => {
    expect(found(make(limit + 1))).toEqual([`error ${code} a.mdx:${line}:${column}`]);
  });
});

test('aliases inside aliases give one finding and are not expanded', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}1]`).join('\n');
  expect(found(frontmatter(`originalPath:\n  l0: &l0 1\n${levels.replace(/^/gm, '  ')}`))).toEqual([
    expect.stringMatching(/^error too-many-aliases a\.mdx:\d+:\d+$/),
  ]);
});

test.each([
  ['a file that is one deep list', `---\n${'['.repeat(200_000)}`],
  ['a body of open quotes', `# A\n\n${'>'.repeat(5000)}\n`],
  ['a body of open tags', `# A\n\n${'<a>'.repeat(20_000)}\n`],
  ['many equal keys', frontmatter('a: 1\n'.repeat(20_000))],
])('%s ends quickly with findings', (_name, text) => {
  expect(cpuTime(() => expect(found(text).length).toBeGreaterThan(0))).toBeLessThan(3000);
});
