// A built site with an address: the metadata of its pages agree with its files, and a strict policy allows its pages.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeContext, openContext } from '../browser/shared-browser.ts';
import { serve } from '../../scripts/static-host.ts';
import { policyOf } from '../browser/policy.ts';
import { compile } from '../compile.ts';
import { attribute, byTag, parseHtml, type Node } from './html.ts';
import { buildSite } from './build-site.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';

const work = temporaryFolder();
const content = join(work, 'content');
const url = 'https://example.com/docs/';

const files: Readonly<Record<string, string>> = {
  'site.yaml':
    `title: Latchkey\nurl: ${url}\nlanguages: [js, ruby]\naccent: '#0a7f6f'\nsections:\n` +
    '  - { title: Guides, path: /guides }\n  - { title: 日本語, path: /other }\n',
  'guides/start.mdx': '---\ntitle: Start here\n---\n\nWords.\n',
  'guides/thing.mdx':
    '---\ntitle: Thing\nreference:\n  js:\n    - key: Thing\n      id: thing\n      properties: []\n---\n\nWords.\n',
  'other/page.mdx': '---\ntitle: 概要\n---\n\nWords.\n',
};

let folder: string;

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(content, path, '..'), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  // A project around the content, so that there is a cache folder for cards.
  mkdirSync(join(work, 'node_modules'));
  ({ folder } = await buildSite(content));
});
afterAll(() => {
  removeFolder(work);
  if (folder !== undefined) removeFolder(join(folder, '..'));
});

const pageAt = (path: string, from = folder): Node => parseHtml(readFileSync(join(from, path, 'index.html'), 'utf8'));
const metaOf = (page: Node, name: string): string | undefined => {
  const element = byTag(page, 'meta').find((meta) =>
    [attribute(meta, 'name'), attribute(meta, 'property')].includes(name),
  );
  return element && attribute(element, 'content');
};
const linkOf = (page: Node, rel: string): string | undefined => {
  const element = byTag(page, 'link').find((link) => attribute(link, 'rel') === rel);
  return element && attribute(element, 'href');
};
const cards = (from: string): readonly string[] =>
  (readdirSync(join(from, '_social'), { recursive: true }) as string[]).filter((path) => path.endsWith('.png')).sort();

test('every address of the sitemap is the canonical address of its page', () => {
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]!);
  expect(addresses.length).toBe(4);
  for (const address of addresses) {
    expect(linkOf(pageAt(address.slice(url.length)), 'canonical')).toBe(address);
  }
  expect(addresses).not.toContain(`${url}ruby/guides/thing/`);
});

test('a page that its language lacks is in no list, and has no card', () => {
  const page = pageAt('ruby/guides/thing');
  expect(metaOf(page, 'robots')).toBe('noindex');
  expect(linkOf(page, 'canonical')).toBeUndefined();
  expect(metaOf(page, 'og:image')).toBeUndefined();
});

describe('cards', () => {
  test('exist once per section, equal for all languages, at the address that pages name', () => {
    const images = ['guides/thing', 'js/guides/thing', 'ruby/guides/start'].map((path) =>
      metaOf(pageAt(path), 'og:image'),
    );
    expect(new Set(images)).toEqual(new Set([`${url}_social/guides/card.png`]));
    expect(metaOf(pageAt('js'), 'og:image')).toBe(`${url}_social/card.png`);
    expect(cards(folder)).toEqual(['card.png', 'guides/card.png']);
    const [width, height] = sizeOf(join(folder, '_social/guides/card.png'));
    const page = pageAt('guides/start');
    expect([metaOf(page, 'og:image:width'), metaOf(page, 'og:image:height')]).toEqual([String(width), String(height)]);
    expect(metaOf(page, 'twitter:card')).toBe('summary_large_image');
    expect(metaOf(page, 'og:image:alt')).toBe('Guides · Latchkey');
  });

  test('are omitted if the typeface lacks letters, and the page names no card', () => {
    const page = pageAt('other/page');
    expect(metaOf(page, 'og:title')).toBe('概要');
    expect(metaOf(page, 'og:image')).toBeUndefined();
    expect(metaOf(page, 'twitter:card')).toBe('summary');
  });

  test('are drawn again if the cache is damaged, and for each page if the site asks for it', async () => {
    const kept = join(work, 'node_modules/.cache/stele/pictures');
    const names = readdirSync(kept);
    expect(names.length).toBe(4);
    for (const name of names) writeFileSync(join(kept, name), readFileSync(join(kept, name)).subarray(0, 200));
    writeFileSync(join(content, 'site.yaml'), `${files['site.yaml']}socialImages: pages\n`);
    const { folder: other } = await buildSite(content);
    try {
      expect(cards(other)).toEqual(['card.png', 'guides/start/card.png', 'guides/thing/card.png']);
      expect(readFileSync(join(other, '_social/card.png')).equals(readFileSync(join(folder, '_social/card.png')))).toBe(
        true,
      );
      expect(readFileSync(join(other, 'favicon.ico')).equals(readFileSync(join(folder, 'favicon.ico')))).toBe(true);
      expect(metaOf(pageAt('js/guides/thing', other), 'og:image')).toBe(`${url}_social/guides/thing/card.png`);
      expect(metaOf(pageAt('js/guides/thing', other), 'og:image:alt')).toBe('Thing · Guides · Latchkey');
    } finally {
      removeFolder(join(other, '..'));
      writeFileSync(join(content, 'site.yaml'), files['site.yaml']!);
    }
  });
});

test('no page and no redirect can have the name of a file at the top of the site, in any letter case', () => {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() || entry.name.startsWith('_')).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      '.stele.json',
      '404.html',
      '_routes.json',
      '_stele',
      'favicon.ico',
      'index.html',
      'sitemap.xml',
    ]),
  );
  for (const name of names.flatMap((found) => [found, found.toUpperCase()])) {
    const compiled = compile({
      'site.yaml': `title: S\nredirects: { /${name}: /a, /${name}/x: /a }\n`,
      'a.mdx': '# A\n',
      [`${name}.mdx`]: '# B\n',
    });
    expect([...compiled.resolved.pages.keys()], name).toEqual(['a']);
    expect([...compiled.resolved.redirects.keys()], name).toEqual([]);
    expect(
      compiled.diagnostics.filter(({ code }) => code === 'unusable-redirect'),
      name,
    ).toHaveLength(2);
  }
});

test('the icons show a letter in the site’s colour, in each format that browsers and home screens request', () => {
  const page = pageAt('js/guides/thing');
  const icons = byTag(page, 'link').filter((link) => /icon/.test(attribute(link, 'rel') ?? ''));
  expect(icons.map((icon) => attribute(icon, 'href'))).toEqual([
    '../../../favicon.ico',
    '../../../favicon.svg',
    '../../../apple-touch-icon.png',
  ]);
  expect(readFileSync(join(folder, 'favicon.svg'), 'utf8')).toMatch(/fill="#0a7f6f".*>L<\/text>/);
  expect(sizeOf(join(folder, 'apple-touch-icon.png'))).toEqual([180, 180]);
  expect([...readFileSync(join(folder, 'favicon.ico')).subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
});

test('a strict policy allows the page and its breadcrumb data', async () => {
  const host = await serve(folder, { policy: policyOf(folder) });
  const page = await (await openContext()).newPage();
  try {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${host.url}js/guides/thing/`);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data!).itemListElement.map(({ name, item }: Record<string, string>) => [name, item])).toEqual([
      ['Guides', `${url}guides/start/`],
      ['Thing', `${url}guides/thing/`],
    ]);
    expect(complaints).toEqual([]);
  } finally {
    await closeContext(page.context());
    await host.close();
  }
});

/** Width and height, from the header of a PNG. */
function sizeOf(file: string): readonly number[] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
