// Pages of the last site of which a text is replaced, in place where this is safe.

import { linkSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBootId } from '../../src/disk/index.ts';
import { ReplacedPages, restylePages } from '../../src/project/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-pages-'));
  mkdirSync(join(folder, 'place'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const [old, now] = ['_stele/site.AAAAAAAA.css', '_stele/site.BBBBBBBB.css'];
const linkTo = (style: string): string => `<link rel="stylesheet" href="../${style}">`;

/** Restyles pages by name. Returns undefined if a page has to be drawn. */
function restyle(pages: Readonly<Record<string, string>>): ReplacedPages | undefined {
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(folder, 'place', path), text);
  const replaced = new ReplacedPages(join(folder, 'place'), join(folder, 'build', 'site'));
  const removed = restylePages(replaced, [old, ...Object.keys(pages)], [now], (path) => path.endsWith('.html'));
  if (removed !== undefined) expect(removed).toEqual([old]);
  return removed && replaced;
}

test.skipIf(readBootId() === undefined)('the name of a style sheet is changed in place', () => {
  const pages = restyle({ 'a.html': `ü${linkTo(old)}`, 'b.html': 'none' });
  const at = Buffer.byteLength('ü<link rel="stylesheet" href="../');
  expect(pages?.patch).toEqual({ from: old, to: now, places: [['a.html', at]] });
  expect(pages?.paths).toEqual([]);
});

test('a page that has another name, or the text across two parts of the file, is written anew', () => {
  writeFileSync(join(folder, 'place', 'a.html'), linkTo(old));
  linkSync(join(folder, 'place', 'a.html'), join(folder, 'copy.html'));
  const across = ' '.repeat(4096 - 40) + linkTo(old);
  const pages = restyle({ 'a.html': linkTo(old), 'b.html': across });
  expect(pages?.paths).toEqual(['a.html', 'b.html']);
  expect(pages?.patch).toBeUndefined();
  expect(readFileSync(join(folder, 'build', 'replaced', '1'), 'utf8')).toBe(' '.repeat(4096 - 40) + linkTo(now));
});

test.each([
  ['in a text', old],
  ['twice', linkTo(old) + linkTo(old)],
  ['in another link', `<a href="../${old}">`],
])('a page with the name %s has to be drawn', (_name, text) => {
  expect(restyle({ 'a.html': text })).toBeUndefined();
});
