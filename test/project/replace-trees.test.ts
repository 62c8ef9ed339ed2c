// Pages of the last site with a new tree beside them.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReplacedPages, References, replaceTrees } from '../../src/project/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-trees-'));
  mkdirSync(join(folder, 'place'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const [before, after] = ['<ul><li>Old $&</li></ul>', '<ul><li><a href="b/">Ä $&</a></li></ul>'];

/** Replaces the tree of a page; undefined if the page has to be drawn. */
function replace(page: string): string | undefined {
  const references = new References({ base: '/' });
  writeFileSync(join(folder, 'place', 'index.html'), page);
  const tree = { path: 'index.html', before, after };
  const pages = new ReplacedPages(join(folder, 'place'), join(folder, 'build', 'site'));
  if (!replaceTrees(pages, [tree], references)) return undefined;
  expect(pages.paths).toEqual(['index.html']);
  expect(references.list()).toEqual({ files: ['index.html'], paths: ['b/'] });
  return readFileSync(join(folder, 'build', 'replaced', '0'), 'utf8');
}

test('a tree that a page has once is replaced, and nothing else', () => {
  expect(replace(`<p>$1 ü</p>${before}<p>𝄞</p>`)).toBe(`<p>$1 ü</p>${after}<p>𝄞</p>`);
});

test('a page of any size keeps its bytes', () => {
  const long = 'ü'.repeat(300_000);
  expect(replace(long + before + long)).toBe(long + after + long);
});

test('a tree with the same addresses is not read for each page', () => {
  mkdirSync(join(folder, 'place', 'a'));
  const [old, now] = ['<a href="b/">Old</a>', '<a href="b/">New</a>'];
  const paths = ['index.html', 'a/index.html'];
  for (const path of paths) writeFileSync(join(folder, 'place', path), old);
  const pages = new ReplacedPages(join(folder, 'place'), join(folder, 'build', 'site'));
  const references = new References({ base: '/' });
  const trees = paths.map((path) => ({ path, before: old, after: now }));
  expect(replaceTrees(pages, trees, references)).toBe(true);
  expect(pages.paths).toEqual(paths);
  expect(references.list().paths).toEqual([]);
});

test('a page without its old tree, or with two of them, has to be drawn', () => {
  expect(replace('<p>Own</p>')).toBeUndefined();
  expect(replace(before + before)).toBeUndefined();
});
