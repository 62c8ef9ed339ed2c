// Which files become pages, and at which addresses (format.md 1.2 and 1.3).

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const routesOf = (...paths: readonly string[]): readonly string[] => [
  ...compile(Object.fromEntries(paths.map((path) => [path, '# A\n']))).resolved.pages.keys(),
];

test('a route is the path without extension and trailing index; what begins with _ has none', () => {
  expect(
    routesOf('index.mdx', 'a.mdx', 'b/index.mdx', 'b/c.md', 'index/d.mdx', 'b/_e.mdx', '_f/g.mdx', 'ü ber/日本.mdx'),
  ).toEqual(['', 'a', 'b', 'b/c', 'index/d', 'ü ber/日本']);
});

test('a page and a folder may have one name', () => {
  expect(routesOf('a.mdx', 'a/b.mdx')).toEqual(['a', 'a/b']);
});

test.each([
  ['two files of one route', ['a.mdx', 'a/index.mdx'], 'error duplicate-route a/index.mdx'],
  ['two routes that differ by case', ['a.mdx', 'A.mdx'], 'error duplicate-route a.mdx'],
  ['a page and its twin in .md', ['a.mdx', 'a.md'], 'error duplicate-route a.mdx'],
  ['a name that is none on every system', ['x\\y.mdx'], 'error unusable-name x\\y.mdx'],
  ['a name that an address reads in its own way', ['50%.mdx'], 'error unusable-name 50%.mdx'],
  ['the page of addresses that do not exist', ['404.mdx'], 'error unusable-name 404.mdx'],
  ['the file of the home page', ['index.html.mdx'], 'error unusable-name index.html.mdx'],
  ['the file of another page', ['a/index.html.mdx'], 'error unusable-name a/index.html.mdx'],
  ['the same in another case', ['a/Index.HTML/b.mdx'], 'error unusable-name a/Index.HTML/b.mdx'],
  ['a file for crawlers', ['robots.txt.mdx'], 'error unusable-name robots.txt.mdx'],
  ['a folder called like a file of the site', ['Favicon.ico/a.mdx'], 'error unusable-name Favicon.ico/a.mdx'],
  ['a part of a sitemap', ['sitemap-2.xml.md'], 'error unusable-name sitemap-2.xml.md'],
  ['the file that tells GitHub Pages a domain', ['CNAME.mdx'], 'error unusable-name CNAME.mdx'],
  ['a device of Windows', ['reference/aux.mdx'], 'error unusable-name reference/aux.mdx'],
  ['a name that Windows cuts', ['a./b.mdx'], 'error unusable-name a./b.mdx'],
  ['a control character', ['a\u0085b.mdx'], 'error unusable-name a\u0085b.mdx'],
  ['two names that differ by case beyond ASCII', ['É.mdx', 'é.mdx'], 'error duplicate-route é.mdx'],
])('%s', (_name, paths, finding) => {
  expect(findings(compile(Object.fromEntries(paths.map((path) => [path, '# A\n']))))).toEqual([finding]);
});

test('a page behind a flag that is off does not exist: neither do its texts and entities', () => {
  const hidden = '---\nfeatureFlag: soon\ndescriptions:\n  a: Text.\n---\n# Hidden\n';
  const reader =
    '---\nreference:\n  js:\n    - key: T\n      id: t\n      properties:\n        - key: id\n          type: string\n          description: (a)\n---\n# A\n';
  expect(findings(compile({ 'hidden.mdx': hidden, 'a.mdx': reader }))).toEqual([
    'error unknown-placeholder a.mdx:9:24',
  ]);
  expect(
    findings(compile({ 'hidden.mdx': hidden, 'a.mdx': reader, 'site.yaml': 'title: S\nflags: [soon]\n' })),
  ).toEqual([]);
});

test('a folder called like a language is refused where the site has that language', () => {
  expect(findings(compile({ 'site.yaml': 'title: S\nlanguages: [go]\n', 'go/a.mdx': '# A\n' }))).toEqual([
    'error reserved-segment go/a.mdx',
  ]);
  expect(findings(compile({ 'site.yaml': 'title: S\nlanguages: [js]\n', 'go/a.mdx': '# A\n' }))).toEqual([]);
});
