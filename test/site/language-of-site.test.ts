// `lang` in site.yaml: the language of the site's texts. Pages declare it to browsers, and the interface uses it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as de from '../../src/site/strings/de.ts';
import { isRightToLeft } from '../../src/site/strings/direction.ts';
import * as en from '../../src/site/strings/en.ts';
import { check } from '../compile.ts';
import { attribute, byTag, parseHtml } from './html.ts';
import { buildSite } from './build-site.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';

let content: string;
beforeEach(() => void (content = temporaryFolder()));
afterEach(() => removeFolder(content));

async function buildWith(lang: string): Promise<(path: string) => string> {
  writeFileSync(join(content, 'site.yaml'), `title: Seite\n${lang}languages: [js, ruby]\n`);
  mkdirSync(join(content, 'ref'), { recursive: true });
  const form =
    '    - { key: Thing, id: thing, properties: [{ key: id, type: string, optional: true, description: Text. }] }\n';
  writeFileSync(
    join(content, 'ref/thing.mdx'),
    `---\nreference:\n  js:\n${form}  ruby:\n${form}---\n\n# Thing\n\n<Callout type="warning">Text.</Callout>\n`,
  );
  const { folder } = await buildSite(content);
  return (path) => readFileSync(join(folder, path), 'utf8');
}

test('a German site has German words of the interface on every page', { timeout: 120_000 }, async () => {
  const read = await buildWith('lang: de\n');
  for (const path of ['ref/thing/index.html', 'ruby/ref/thing/index.html', 'index.html', '404.html']) {
    const [html] = byTag(parseHtml(read(path)), 'html');
    expect([attribute(html!, 'lang'), attribute(html!, 'dir')], path).toEqual(['de', undefined]);
    expect(read(path), path).toContain('Zum Inhalt springen');
    expect(read(path), path).not.toContain('Skip to content');
  }
  for (const words of ['Eigenschaften', 'Warnung', 'Suchen']) expect(read('ref/thing/index.html')).toContain(words);
  expect(read('404.html')).toContain('Seite nicht gefunden');
});

test(
  'a site from right to left says so; without words of its own it has the English ones',
  { timeout: 120_000 },
  async () => {
    const read = await buildWith('lang: ar-eg\n');
    const [html] = byTag(parseHtml(read('ref/thing/index.html')), 'html');
    expect([attribute(html!, 'lang'), attribute(html!, 'dir')]).toEqual(['ar-EG', 'rtl']);
    expect(read('ref/thing/index.html')).toContain('Skip to content');
  },
);

test.each([
  ['en', false],
  ['de-AT', false],
  ['he', true],
  ['ar', true],
  ['fa-IR', true],
  ['ur', true],
  ['az', false],
  ['az-Arab', true],
  ['ja', false],
  ['dv', true],
])('the direction of %s is right to left: %s', (lang, expected) => {
  expect(isRightToLeft(lang)).toBe(expected);
});

describe('a tag', () => {
  const findingsOf = async (lang: string) =>
    (await check({ 'site.yaml': `title: Site\nlang: ${lang}\n`, 'index.md': '# Home\n' })).diagnostics.map(
      ({ code, message }) => [code, message],
    );

  test.each(['en', 'de', 'pt-BR', 'zh-Hant-TW', 'sr-Latn', 'EN-us'])('%s is well formed', async (lang) => {
    expect(await findingsOf(lang)).toEqual([]);
  });

  test.each(['english language', 'e', 'de_DE', '"de-"', '"-"', 'deutschland1', '12', '[de]'])(
    '%s gives a finding',
    async (lang) => {
      const found = await findingsOf(lang);
      expect(found.map(([code]) => code)).toEqual(['wrong-type']);
    },
  );
});

test('German has a text for each text of the interface, and no empty one', () => {
  const shapeOf = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([key, word]) => [
        key,
        typeof word === 'object' && !Array.isArray(word) ? shapeOf(word as object) : typeof word,
      ]),
    );
  expect(shapeOf(de.strings)).toEqual(shapeOf(en.strings));
  expect(shapeOf(de.searchStrings)).toEqual(shapeOf(en.searchStrings));
  expect(JSON.stringify([de.strings, de.searchStrings])).not.toContain('""');
});
