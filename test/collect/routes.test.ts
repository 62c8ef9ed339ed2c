// The files that become pages, and their addresses (format.md 1.2 and 1.3).

import { expect, test } from 'vitest';
import { WrittenFiles } from '../../src/compiler/collect/written-files.ts';
import { compile, findings } from '../compile.ts';

const routesOf = (...paths: readonly string[]): readonly string[] => [
  ...compile(Object.fromEntries(paths.map((path) => [path, '# A\n']))).resolved.pages.keys(),
];

test('a route is the path without its extension and a final index; names that begin with _ have no route', () => {
  expect(
    routesOf('index.mdx', 'a.mdx', 'b/index.mdx', 'b/c.md', 'index/d.mdx', 'b/_e.mdx', '_f/g.mdx', 'ü ber/日本.mdx'),
  ).toEqual(['', 'a', 'b', 'b/c', 'index/d', 'ü ber/日本']);
});

test('a page and a folder may have the same name', () => {
  expect(routesOf('a.mdx', 'a/b.mdx')).toEqual(['a', 'a/b']);
});

test.each([
  ['two files with the same route', ['a.mdx', 'a/index.mdx'], 'error duplicate-route a/index.mdx'],
  ['two routes that differ only by case', ['a.mdx', 'A.mdx'], 'error duplicate-route a.mdx'],
  ['a page both in .mdx and in .md', ['a.mdx', 'a.md'], 'error duplicate-route a.mdx'],
  ['a name that some systems do not allow', ['x\\y.mdx'], 'error unusable-name x\\y.mdx'],
  ['a name that means something else in an address', ['50%.mdx'], 'error unusable-name 50%.mdx'],
  ['the name of the page for unknown addresses', ['404.mdx'], 'error unusable-name 404.mdx'],
  ['the name of the home page’s file', ['index.html.mdx'], 'error unusable-name index.html.mdx'],
  ['the name of another page’s file', ['a/index.html.mdx'], 'error unusable-name a/index.html.mdx'],
  ['the name of another page’s file in another case', ['a/Index.HTML/b.mdx'], 'error unusable-name a/Index.HTML/b.mdx'],
  ['the name of a file for crawlers', ['robots.txt.mdx'], 'error unusable-name robots.txt.mdx'],
  ['a folder with the name of a file of the site', ['Favicon.ico/a.mdx'], 'error unusable-name Favicon.ico/a.mdx'],
  ['the name of a part of the sitemap', ['sitemap-2.xml.md'], 'error unusable-name sitemap-2.xml.md'],
  ['the name of the file with the domain for GitHub Pages', ['CNAME.mdx'], 'error unusable-name CNAME.mdx'],
  ['the name of a device of Windows', ['reference/aux.mdx'], 'error unusable-name reference/aux.mdx'],
  ['a name whose final dot Windows removes', ['a./b.mdx'], 'error unusable-name a./b.mdx'],
  ['a name with a control character', ['a\u0085b.mdx'], 'error unusable-name a\u0085b.mdx'],
  ['the name of another page’s Markdown', ['a.mdx', 'a.MD.mdx'], 'error unusable-name a.MD.mdx'],
  [
    'a folder with the name of another page’s Markdown',
    ['a/b.mdx', 'a/b.md/c.mdx'],
    'error unusable-name a/b.md/c.mdx',
  ],
  ['the name of another page’s data', ['a.mdx', 'a.json.mdx'], 'error unusable-name a.json.mdx'],
  ['the name of the data of the home page', ['index.mdx', 'index.json.mdx'], 'error unusable-name index.json.mdx'],
  ['a page whose Markdown would be a part of another', ['a.part-2.mdx'], 'error unusable-name a.part-2.mdx'],
  ['a folder with the name of a part', ['a.mdx', 'A.part-10.md/b.mdx'], 'error unusable-name A.part-10.md/b.mdx'],
  ['a page whose Markdown would be that of the home page', ['index/index.mdx'], 'error unusable-name index/index.mdx'],
  ['a page whose data would be the index of symbols', ['Symbols.mdx'], 'error unusable-name Symbols.mdx'],
  ['two names that differ only by case, outside ASCII', ['É.mdx', 'é.mdx'], 'error duplicate-route é.mdx'],
])('reports %s', (_name, paths, finding) => {
  expect(findings(compile(Object.fromEntries(paths.map((path) => [path, '# A\n']))))).toEqual([finding]);
});

test('a page may have the name of Markdown or data that the site does not write', () => {
  const site = 'title: S\noutputs: { markdown: folder, json: false }\n';
  const pages = { 'a.mdx': '# A\n', 'a.md.mdx': '# A\n', 'a.json.mdx': '# A\n', 'b.md.mdx': '# A\n' };
  expect(findings(compile({ 'site.yaml': site, ...pages }))).toEqual([]);
  expect(findings(compile({ 'b.md.mdx': '# A\n', 'c.json/d.mdx': '# A\n' }))).toEqual([]);
});

test('a page may have the name `index` if its Markdown and data are no files of other pages', () => {
  const compileWith = (outputs: string) =>
    findings(
      compile({
        'site.yaml': `title: S\nhosts: [vercel]\noutputs: ${outputs}\n`,
        'index/index.mdx': '# A\n',
        'a/index.mdx': '# A\n',
        'a/index/index.mdx': '# A\n',
        'b/index/index.mdx': '# B\n',
        'vercel.mdx': '# A\n',
      }),
    );
  expect(compileWith('{ markdown: folder, json: false }')).toEqual([]);
  expect(compileWith('{ markdown: both, json: false }')).toEqual([
    'error unusable-name a/index/index.mdx',
    'error unusable-name index/index.mdx',
  ]);
  expect(compileWith('{ markdown: off }')).toEqual([
    'error unusable-name index/index.mdx',
    'error unusable-name vercel.mdx',
  ]);
});

test('ignores a page whose feature flag is off, with its descriptions and entities', () => {
  const hidden = '---\nfeatureFlag: soon\ndescriptions:\n  a: Text.\n---\n# Hidden\n';
  const reader =
    '---\nreference:\n  js:\n    - key: T\n      id: t\n' +
    '      properties:\n        - key: id\n          type: string\n          description: (a)\n---\n# A\n';
  expect(findings(compile({ 'hidden.mdx': hidden, 'a.mdx': reader }))).toEqual([
    'error unknown-placeholder a.mdx:9:24',
  ]);
  expect(
    findings(compile({ 'hidden.mdx': hidden, 'a.mdx': reader, 'site.yaml': 'title: S\nflags: [soon]\n' })),
  ).toEqual([]);
});

test('reports a folder with the name of a language only if the site has that language', () => {
  expect(findings(compile({ 'site.yaml': 'title: S\nlanguages: [go]\n', 'go/a.mdx': '# A\n' }))).toEqual([
    'error reserved-segment go/a.mdx',
  ]);
  expect(findings(compile({ 'site.yaml': 'title: S\nlanguages: [js]\n', 'go/a.mdx': '# A\n' }))).toEqual([]);
});

test('a file of `public` cannot replace a single part of Markdown', () => {
  const { site } = compile({ 'site.yaml': 'title: T\nlanguages: [js]\n', 'a.mdx': '# A\n' }).resolved;
  const written = new WrittenFiles(site, ['a']);
  for (const path of ['a.part-2.md', 'js/A.part-10.md'])
    expect(written.findAt(path), path).toMatch(/^the name is for a part of `(?:js\/)?a\.md`, the Markdown of the page/);
  for (const path of ['a.md', 'b.part-2.md', 'a.part-2.txt']) expect(written.findAt(path), path).toBe(undefined);
});
