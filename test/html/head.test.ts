// The metadata of pages, and the addresses for search engines.

import { describe, expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { viewHostFiles } from '../../src/outputs/html/head/view-host-files.ts';
import { compile, page, view } from '../compile.ts';

const url = 'url: https://example.com/docs/\n';
const files = {
  'site.yaml': `title: Site\n${url}languages: [js, go, ruby]\n`,
  'ref/_navigation.mdx':
    '---\ntitle: Ref\nlinks:\n  - title: Start\n    url: /ref/other\n  - title: Group\n    links:\n' +
    '      - title: Parent\n        url: /ref/other\n        links:\n          - title: Thing\n' +
    '            url: /ref/thing\n---\n',
  'ref/thing.mdx': page({ js: 'properties: []\n', go: 'properties: []\n' }, { body: '# Thing\n\nWords.\n' }),
  'ref/other.mdx': '---\ntitle: Other\n---\n\nText only.\n',
  'ref/größe & co.mdx': '---\ntitle: Size\n---\n\nText only.\n',
};
const headOf = async (route: string, language?: string, given: Readonly<Record<string, string>> = files) =>
  (await view(compile(given), route, language)).head;
const hostFiles = (given: Readonly<Record<string, string>>, most?: number): ReadonlyMap<string, string> =>
  new Map(viewHostFiles(compile(given).resolved, most).map(({ path, text }) => [path, text]));
const addressesIn = (text: string | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]!);

describe('the head of a page', () => {
  test('describes the page in its language', async () => {
    expect((await headOf('ref/thing', 'go')).description).toBe('Words. Go: Thing');
    expect((await headOf('ref/thing', 'js')).description).toBe('Words. JavaScript: Thing');
    expect((await headOf('ref/other', 'go')).description).toBe('Text only.');
  });

  test('asks search engines to ignore a page that its language lacks, and names no other address', async () => {
    expect(await headOf('ref/thing', 'ruby')).toEqual({
      title: 'Thing · Ruby · Site',
      description: 'Words.',
      isUnlisted: true,
      twin: '../thing.md',
    });
  });

  test('lists the pages above it with their canonical addresses, without groups', async () => {
    const { itemListElement } = JSON.parse((await headOf('ref/thing', 'go')).breadcrumbs!);
    expect(itemListElement.map(({ position, name, item }: Record<string, unknown>) => [position, name, item])).toEqual([
      [1, 'Ref', 'https://example.com/docs/ref/other/'],
      [2, 'Parent', 'https://example.com/docs/ref/other/'],
      [3, 'Thing', 'https://example.com/docs/go/ref/thing/'],
    ]);
  });

  test('contains nothing that ends a script, whatever the title is', async () => {
    const title = '</script><!a &\u2028b';
    const breadcrumbs = (
      await headOf('a', undefined, { 'site.yaml': `title: S\n${url}`, 'a.md': `---\ntitle: '${title}'\n---\n` })
    ).breadcrumbs!;
    expect(breadcrumbs).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(breadcrumbs).itemListElement[0].name).toBe(title);
  });

  test('has no absolute address if the site has none', async () => {
    const head = await headOf('ref/thing', 'go', { ...files, 'site.yaml': 'title: Site\nlanguages: [js, go]\n' });
    expect(JSON.stringify(head)).not.toContain('http');
    expect(head.canonical).toBeUndefined();
    expect(head.breadcrumbs).toBeUndefined();
  });
});

describe('files for search engines', () => {
  test('contain each canonical address once, and none of a page that its language lacks', () => {
    const found = hostFiles(files);
    expect(found.get('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.com/docs/sitemap.xml\n');
    expect(addressesIn(found.get('sitemap.xml'))).toEqual([
      'https://example.com/docs/',
      'https://example.com/docs/ref/gr%C3%B6%C3%9Fe%20%26%20co/',
      'https://example.com/docs/ref/other/',
      'https://example.com/docs/ref/thing/',
      'https://example.com/docs/go/ref/thing/',
    ]);
  });

  test('contain the canonical addresses of all pages that may be listed', async () => {
    const { addresses, viewPage } = viewContent(compile(files).resolved, { highlight: () => [] });
    const heads = await Promise.all(addresses.map(async (address) => (await viewPage(address, strings.values)).head));
    const canonical = new Set(heads.map(({ canonical }) => canonical).filter(Boolean));
    expect(addressesIn(hostFiles(files).get('sitemap.xml'))).toEqual([...canonical]);
    expect(heads.filter(({ isUnlisted, canonical }) => isUnlisted === (canonical !== undefined))).toEqual([]);
  });

  test('are several with an index if there are too many addresses for one', () => {
    const one = addressesIn(hostFiles(files, 5).get('sitemap.xml'));
    expect(hostFiles(files, 5).size).toBe(3);
    const found = hostFiles(files, 4);
    expect(addressesIn(found.get('sitemap.xml'))).toEqual([
      'https://example.com/docs/sitemap-1.xml',
      'https://example.com/docs/sitemap-2.xml',
    ]);
    expect([...addressesIn(found.get('sitemap-1.xml')), ...addressesIn(found.get('sitemap-2.xml'))]).toEqual(one);
  });

  test('contain no address if the site has none', () => {
    const found = hostFiles({ ...files, 'site.yaml': 'title: Site\n' });
    expect([...found.keys()]).toEqual(['_routes.json', 'robots.txt']);
    expect(found.get('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });

  test('list all routes with their titles', () => {
    expect(JSON.parse(hostFiles(files).get('_routes.json')!)).toEqual([
      ['ref/größe & co', 'Size'],
      ['ref/other', 'Other'],
      ['ref/thing', 'Thing'],
    ]);
  });
});
