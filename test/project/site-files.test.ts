// Before a site replaces the last one: each file that its pages name must exist.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findLostFiles, listSiteFiles, References } from '../../src/project/index.ts';
import { namedFiles } from '../../src/project/named-files.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { cpuTime } from '../cpu-time.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The missing files, each with the page that names it. */
async function lost(
  files: Readonly<Record<string, string>>,
  place: { base?: string; url?: string } = {},
): Promise<readonly string[]> {
  write(files);
  const found = findLostFiles([folder], await listSiteFiles(folder), [], new References({ base: '/', ...place }));
  return found.map(({ path, namedBy, count }) => `${path} < ${namedBy}${count > 1 ? ` +${count - 1}` : ''}`);
}

describe('the files that a page names are', () => {
  test.each([
    ['<script src="../_stele/main.js"></script>', '_stele/main.js'],
    ['<script type=module src=../_stele/main.js></script>', '_stele/main.js'],
    ['<link rel="stylesheet" href="../site.css?v=1">', 'site.css'],
    ['<link rel="manifest" href="app.webmanifest">', 'a/app.webmanifest'],
    ['<img alt="a > b" src="a.png">', 'a/a.png'],
    ["<img src='a%20b.png'>", 'a/a b.png'],
    ['<img srcset="one.png 1x, two.png 2x">', 'a/one.png,a/two.png'],
    ['<source srcset="one.webp 480w">', 'a/one.webp'],
    ['<video poster="p.jpg"></video>', 'a/p.jpg'],
    ['<svg><use href="../icons.svg#door"/></svg>', 'icons.svg'],
    ['<a href="../b/#x">b</a>', 'b/'],
    ['<a href="../b">b</a>', 'b'],
    ['<a href="b.html?x=1&amp;y=2">b</a>', 'a/b.html'],
    ['<meta property="og:image" content="https://doors.example/docs/card.png">', 'card.png'],
    ['<meta http-equiv="refresh" content="0; url=../c/">', 'c/'],
    ['<object data="x.pdf"></object>', 'a/x.pdf'],
    ['<img src="/docs/logo.png">', 'logo.png'],
  ])('%s', async (html, paths) => {
    const found = await lost({ 'a/index.html': html }, { base: '/docs/', url: 'https://doors.example/docs' });
    expect(found).toEqual(paths.split(',').map((path) => `${path} < a/index.html`));
  });

  test.each([
    '<a href="https://example.com/x">x</a>',
    '<a href="//example.com/x">x</a>',
    '<a href="mailto:a@example.com">x</a>',
    '<a href="#x">x</a>',
    '<a href="?x">x</a>',
    '<a href="./">x</a>',
    '<a href="../../outside/">a neighbour on the host</a>',
    '<a href="/other-app/">a neighbour on the host</a>',
    '<img src="data:image/png;base64,AAAA">',
    '<p>src="none.png" in text, and &lt;img src="none.png"&gt; as code</p>',
    '<!-- <img src="none.png"> -->',
    '<script>const html = \'<img src="none.png">\';</script>',
    '<script type="application/ld+json">{"a": "<a href=\\"none\\">"}</script>',
    '<img src="">',
    '<meta name="description" content="none.png">',
    '<a href="https://doors.example/docs/gone/">an address that somebody wrote in full</a>',
  ])('none in %s', async (html) => {
    expect(await lost({ 'a/index.html': html }, { url: 'https://doors.example/docs/' })).toEqual([]);
  });
});

test('files that style sheets, scripts, the index of the search and manifests name are checked too', async () => {
  const found = await lost({
    'index.html': '',
    '_stele/site.css':
      '@import "more.css"; a { background: url(../a.png) } b { src: url("b.woff2") format("woff2") } c { mask: ' +
      'url(#x), url(data:x) }',
    '_stele/main.js': 'import"./one.js";import("./two.js");new URL("three.wasm",import.meta.url);const x="./no.js"',
    '_search/js.json': '{"texts":"texts.fwqg7xiefh.json"}',
    'app.webmanifest': '{"icons":[{"src":"icon.png"}]}',
  });
  expect(found.map((line) => line.split(' ')[0])).toEqual([
    '_search/texts.fwqg7xiefh.json',
    '_stele/b.woff2',
    '_stele/more.css',
    '_stele/one.js',
    '_stele/three.wasm',
    '_stele/two.js',
    'a.png',
    'icon.png',
  ]);
});

test('the addresses in the 404 page begin with the base path', async () => {
  expect(
    await lost({ '404.html': '<a href="/docs/">Home</a><script src="/docs/x.js"></script>' }, { base: '/docs/' }),
  ).toEqual(['/ < 404.html', 'x.js < 404.html'].map((line) => line.replace(/^\//, '')));
});

test('each missing file or page is reported once, with the number of pages that name it', async () => {
  write({ 'a/index.html': '<img src="../x.png"><img src="../x.png">', 'b/index.html': '<img src="../x.png">' });
  const found = findLostFiles(
    [folder],
    await listSiteFiles(folder),
    ['a/index.html', 'c/index.html'],
    new References({ base: '/' }),
  );
  expect(found).toEqual([
    { path: 'c/index.html', namedBy: 'the site', count: 1 },
    { path: 'x.png', namedBy: 'a/index.html', count: 2 },
  ]);
});

test('the time is linear in the size of a page', () => {
  const timeOf = (html: string): number => cpuTime(() => namedFiles('a.html', html));
  for (const part of [
    '<a href="',
    '<!-- ',
    '<script>',
    '<img ',
    '"',
    '<meta content="0; url=',
    '<a x=\'"',
    '<style ',
  ]) {
    expect(timeOf(part.repeat(100_000 / part.length))).toBeLessThan(1000);
  }
});
