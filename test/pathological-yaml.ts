// YAML that is hard for parsers, in the frontmatter of a page: deep, wide, long, with repeated keys and nested aliases.

import type { PathologicalCase } from './pathological-cases.ts';

type Make = (n: (size: number) => number) => string;

const range = (length: number, make: (i: number) => string): string =>
  Array.from({ length }, (_, i) => make(i)).join('');

const frontmatters: Readonly<Record<string, Make>> = {
  'lists in brackets inside each other': (n) => `a: ${'['.repeat(n(100_000))}1${']'.repeat(n(100_000))}`,
  'unclosed brackets': (n) => `a: ${'['.repeat(n(200_000))}`,
  'maps in braces inside each other': (n) => `a: ${'{a: '.repeat(n(50_000))}1${'}'.repeat(n(50_000))}`,
  'unclosed braces of YAML': (n) => `a: ${'{'.repeat(n(200_000))}`,
  'maps by indentation': (n) => range(n(1000), (i) => `${' '.repeat(i)}a:\n`),
  'lists on one line': (n) => `a:\n ${'- '.repeat(n(100_000))}1`,
  'keys of keys': (n) => `${'? '.repeat(n(100_000))}a`,
  'blocks, brackets and dashes mixed': (n) =>
    `${range(n(500), (i) => `${' '.repeat(2 * i)}- a:\n`)}${' '.repeat(n(1000))}${'[{a: '.repeat(n(5000))}`,
  'an alias bomb': (n) => `l0: &l0 1\n${range(n(90), (i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}1]\n`)}`,
  'many aliases': (n) => `a: &a 1\nb: [${'*a, '.repeat(n(100_000))}1]`,
  'an alias of itself': (n) => `a: &a [${'*a, '.repeat(n(1000))}1]`,
  'many anchors': (n) => `a: [${range(n(50_000), (i) => `&a${i} 1, `)}1]`,
  'ten thousand keys': (n) => `descriptions:\n${range(n(10_000), (i) => `  k${i}: text\n`)}`,
  'a hundred thousand keys': (n) => range(n(100_000), (i) => `k${i}: 1\n`),
  'a hundred thousand equal keys': (n) => 'a: 1\n'.repeat(n(100_000)),
  'equal keys in braces': (n) => `a: {${'a: 1, '.repeat(n(100_000))}}`,
  'a scalar of one megabyte': (n) => `title: ${'a'.repeat(n(1_000_000))}`,
  'a quoted scalar of one megabyte': (n) => `title: "${'\\u0061'.repeat(n(150_000))}"`,
  'a literal scalar of many lines': (n) => `descriptions:\n  a: |\n${'    a\n'.repeat(n(100_000))}`,
  'a folded scalar of many lines': (n) => `descriptions:\n  a: >\n${'    a\n'.repeat(n(100_000))}`,
  'a plain scalar of many lines': (n) => `title: a\n${'  a\n'.repeat(n(100_000))}`,
  'a quoted scalar of many lines': (n) => `title: "a\n${'  a\n'.repeat(n(100_000))}"`,
  'a quote that is not closed': (n) => `title: "${'a: b\n'.repeat(n(100_000))}`,
  comments: (n) => `title: a\n${'# a\n'.repeat(n(200_000))}`,
  'a comment of one megabyte': (n) => `title: a #${'a'.repeat(n(1_000_000))}`,
  'many documents': (n) => 'a: 1\n--- \n'.repeat(n(50_000)),
  'many directives': (n) => `%A b\n`.repeat(n(100_000)),
  'many tags': (n) => `a: [${'!!str a, '.repeat(n(50_000))}1]`,
  tabs: (n) => `a:${'\t'.repeat(n(500_000))}1`,
  colons: (n) => `a: ${':'.repeat(n(500_000))}`,
  dashes: (n) => `a:\n${'- \n'.repeat(n(100_000))}`,
  'question marks': (n) => '?\n'.repeat(n(100_000)),
  'carriage returns': (n) => `title: a${'\r'.repeat(n(500_000))}`,
  entities: (n) => `reference:\n  js:\n${range(n(5000), (i) => `    - key: K${i}\n      id: i${i}\n`)}`,
  'entities of one id': (n) => `reference:\n  js:\n${'    - key: K\n      id: i\n'.repeat(n(5000))}`,
  'items of one entity': (n) =>
    'reference:\n  js:\n    - key: K\n      id: i\n      properties:\n' +
    `${range(n(8000), (i) => `        - key: p${i}\n          type: K\n`)}`,
  'items of one key': (n) =>
    'reference:\n  js:\n    - key: K\n      id: i\n      properties:\n' +
    `${'        - key: p\n          type: K\n'.repeat(n(8000))}`,
  'references to one entity': (n) =>
    `reference:\n  js:\n    - key: K\n      id: i\n      properties:\n${'        - (K)\n'.repeat(n(10_000))}`,
  'placeholders that lead to each other': (n) => `descriptions:\n${range(n(5000), (i) => `  a${i}: (a${i + 1})\n`)}`,
  'a type of many names': (n) =>
    'reference:\n  js:\n    - key: K\n      id: i\n      properties:\n        - key: p\n' +
    `          type: ${'K<'.repeat(n(50_000))}`,
  'a placeholder of many names': (n) => `descriptions:\n  a: (a${'.a'.repeat(n(100_000))})`,
  'redirects of one page': (n) => `externalAssets:\n${range(n(9000), (i) => `  k${i}: https://a.b/c\n`)}`,
};

export const yamlCases: readonly PathologicalCase[] = Object.entries(frontmatters).map(([name, make]) => ({
  name,
  make: (scale) => ['case.mdx', `---\n${make((size) => Math.max(1, Math.round(size * scale)))}\n---\n# Case\n`],
}));
