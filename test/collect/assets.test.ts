// The types of files that a site publishes from its content folder, and file names that hide their type.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPublished, isExecutable, published, typeOf } from '../../src/compiler/source/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { contentOf } from '../../src/project/index.ts';
import { findings } from '../compile.ts';

test('the handbook lists exactly the published types', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../content/guides/configuration.mdx'), 'utf8');
  const section = /## Files beside pages\n([^]*?)\n## /.exec(guide)![1]!;
  const rows = [...section.matchAll(/^\| `([^`]+)` \|/gm)].flatMap((row) => row[1]!.split(' '));
  expect(rows.sort()).toEqual([...published].sort());
});

test.each([
  ['a.PNG', '.png'],
  ['a/b.c/photo.JPeG', '.jpeg'],
  ['a.html', '.html'],
  ['a.HTM', '.htm'],
  ['a.png.html', '.html'],
  ['a.html.png', '.png'],
  ['a.html.gz', '.html'],
  ['a.js.br', '.js'],
  ['a.svg.gz', '.svgz'],
  ['a.tar.gz', '.gz'],
  ['a.php.png', '.php'],
  ['a.html ', '.html'],
  ['LICENSE', ''],
  ['a.', '.'],
  ['v1.2.pdf', '.pdf'],
])('the type of %s is %s', (path, type) => {
  expect(typeOf(path)).toBe(type);
});

test.each(['.html', '.js', '.mjs', '.wasm', '.xml', '.svgz', '.css', '.swf', '.php', '', '.', '.exe'])(
  'files of the type %j are not published',
  (type) => {
    expect(isPublished(type)).toBe(false);
  },
);

test('SVG is the only published type that can contain scripts', () => {
  expect([...published].filter((ending) => isExecutable(`.${ending}`))).toEqual(['svg']);
});

const compileWith = (siteYaml: string, paths: readonly string[], body: string) => {
  const files = [
    { path: 'site.yaml', text: `title: T\n${siteYaml}` },
    { path: 'a.mdx', text: `# A\n\n${body}\n` },
  ];
  const { content } = contentOf(
    'content',
    files,
    paths.map((path) => ({ path })),
  );
  return compileContent(content);
};

test('a site also publishes the types that `assetTypes` lists', () => {
  const paths = ['p.html', 'P.HTML', 'p.js', 'q.html.gz'];
  const body = '[a](p.html) [b](P.HTML) [c](p.js) [d](q.html.gz)';
  expect(findings(compileWith('', paths, body))).toHaveLength(4);
  expect(findings(compileWith('assetTypes: [.HTML]\n', paths, body))).toEqual(['error unpublished-file a.mdx:3:29']);
  expect(findings(compileWith('assetTypes: [html, "*", .js]\n', [], ''))).toEqual([
    'error wrong-type site.yaml:2:14',
    'error wrong-type site.yaml:2:20',
  ]);
});

test('reports nothing for files that no page links to', () => {
  expect(findings(compileWith('', ['p.html', 'sw.js', 'LICENSE'], 'Words.'))).toEqual([]);
});
