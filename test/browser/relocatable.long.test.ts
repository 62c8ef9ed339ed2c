// The example works at any path and from disk: one build, moved with `stele rebase`, and opened as files. All addresses
// of all pages are judged as text. A browser visits each page of every language in one of the four places, and follows
// all links of one language.

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/static-host.ts';
import { checkFiles, isOfHost } from '../../src/ci/publish/check-files.ts';
import { listInlineScripts } from '../../src/ci/publish/check-markup.ts';
import { readSite } from '../../src/ci/publish/read-site.ts';
import { listSiteFiles, rebaseSite } from '../../src/project/index.ts';
import { writeFiles } from '../edits/content-files.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { crawlSite } from './crawl-site.ts';
import { checkFileLinks } from './file-links.ts';
import { policyOf } from './policy.ts';
import { closeContext, closeContexts, openContext } from './shared-browser.ts';

let built: string;
beforeAll(async () => {
  built = (await buildSite(join(repository, 'content'))).folder;
}, 120_000);
afterAll(async () => {
  await closeContexts();
  removeFolder(join(built, '..'));
});

const isFollowed = (path: string): boolean => /^(?:python\/|guides\/g|index\.html|$)/.test(path);

/** Every fourth page of all trees, another quarter for each place. */
async function quarter(place: number): Promise<readonly string[]> {
  const pages = (await listSiteFiles(built)).filter((path) => path.endsWith('index.html'));
  return pages.filter((_, index) => index % 4 === place);
}

test('all addresses in all pages lead to files and anchors of the site, under any path', async () => {
  const { pages, links, faults } = checkFileLinks(built, await listSiteFiles(built));
  expect(faults).toEqual([]);
  expect(pages).toBeGreaterThan(400);
  expect(links).toBeGreaterThan(20_000);
});

test.each([
  ['<a href="../b/#none">', 'a/index.html: no anchor ../b/#none'],
  ['<a href="../none/">', 'a/index.html: no file for ../none/'],
  ['<a href="../../a/">', 'a/index.html: depends on the base: ../../a/'],
  ['<img src="/b.png">', 'a/index.html: depends on the base: /b.png'],
  ['<img src="https://example.com/b.png">', 'a/index.html: loads https://example.com/b.png'],
  ['<link rel="stylesheet" href="https://example.com/b.css">', 'a/index.html: loads https://example.com/b.css'],
])('%s would be found', (tag, fault) => {
  const folder = temporaryFolder();
  writeFiles(folder, new Map(['a', 'b'].map((name) => [`${name}/index.html`, `${tag}<h2 id="there">`])));
  const { faults } = checkFileLinks(folder, ['a/index.html', 'b/index.html', 'b.png']);
  expect(faults).toContain(fault);
  removeFolder(folder);
});

test.each([
  [0, '/'],
  [1, '/pr-7/'],
  [2, '/a/b/'],
])(
  'quarter %i under %s: all links lead to pages and anchors',
  async (place, base) => {
    const folder = join(temporaryFolder(), 'site');
    cpSync(built, folder, { recursive: true });
    await rebaseSite(folder, base);
    const host = await serve(folder, { base, policy: policyOf(folder) });
    const context = await openContext();
    const { pages, faults, links } = await crawlSite(
      context,
      host.url,
      [host.url, ...(await quarter(place)).map((path) => host.url + path.replace(/index\.html$/, ''))],
      place === 0 ? isFollowed : () => false,
    );
    expect(faults).toEqual([]);
    expect(pages.size).toBeGreaterThan(100);
    expect(links).toBeGreaterThan(1000);
    // The 404 page has its styles and links at any depth.
    const page = await context.newPage();
    const missing: string[] = [];
    page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
    await page.goto(`${host.url}no/such/page/`);
    expect(missing).toEqual([`${host.url}no/such/page/`]);
    expect(await page.locator('main a').first().getAttribute('href')).toBe(base);
    await closeContext(context);
    await host.close();
    removeFolder(join(folder, '..'));
  },
  120_000,
);

test('a preview of a stranger may have all files of the example', async () => {
  const files = (await readSite(built)).filter(({ path }) => !isOfHost(path));
  const inline = new Set(listInlineScripts(readFileSync(join(built, 'index.html'), 'utf8')));
  await checkFiles(files, { files: new Set(['known']), inline }, () => 'known');
  expect(files.length).toBeGreaterThan(400);
});

test('from disk all links lead to files and anchors', async () => {
  const context = await openContext();
  const site = `${pathToFileURL(built).href}/`;
  const { pages, faults, links } = await crawlSite(
    context,
    site,
    ['index.html', ...(await quarter(3))].map((path) => site + path),
    isFollowed,
  );
  expect(faults).toEqual([]);
  expect(pages.size).toBeGreaterThan(130);
  expect(links).toBeGreaterThan(1000);
  await closeContext(context);
}, 120_000);
