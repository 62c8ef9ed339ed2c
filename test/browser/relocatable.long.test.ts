// The example works at any path and from disk: one build, moved with `stele rebase`, and opened as files. A browser
// visits the pages of one language.

import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/static-host.ts';
import { checkFiles, isOfHost } from '../../src/ci/publish/check-files.ts';
import { listInlineScripts } from '../../src/ci/publish/check-markup.ts';
import { readSite } from '../../src/ci/publish/read-site.ts';
import { rebaseSite } from '../../src/project/index.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { crawlSite } from './crawl-site.ts';
import { policyOf } from './policy.ts';
import { closeContexts, sharedBrowser } from './shared-browser.ts';

let built: string;
beforeAll(async () => {
  built = (await buildSite(join(repository, 'content'))).folder;
}, 120_000);
afterAll(async () => {
  await closeContexts();
  removeFolder(join(built, '..'));
});

const isFollowed = (path: string): boolean => /^(?:python\/|guides\/g|index\.html|$)/.test(path);

test.each(['/', '/pr-7/', '/a/b/'])(
  'under %s all links lead to pages and anchors',
  async (base) => {
    const folder = join(temporaryFolder(), 'site');
    cpSync(built, folder, { recursive: true });
    await rebaseSite(folder, base);
    const host = await serve(folder, { base, policy: policyOf(folder) });
    const context = await (await sharedBrowser()).newContext();
    const { pages, faults, links } = await crawlSite(context, host.url, host.url, isFollowed);
    expect(faults).toEqual([]);
    expect(pages.size).toBeGreaterThan(40);
    expect(links).toBeGreaterThan(1000);
    // The 404 page has its styles and links at any depth.
    const page = await context.newPage();
    const missing: string[] = [];
    page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
    await page.goto(`${host.url}no/such/page/`);
    expect(missing).toEqual([`${host.url}no/such/page/`]);
    expect(await page.locator('main a').first().getAttribute('href')).toBe(base);
    await context.close();
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
  const context = await (await sharedBrowser()).newContext();
  const site = `${pathToFileURL(built).href}/`;
  const { pages, faults, links } = await crawlSite(context, site, `${site}index.html`, isFollowed);
  expect(faults).toEqual([]);
  expect(pages.size).toBeGreaterThan(40);
  expect(links).toBeGreaterThan(1000);
  await context.close();
}, 120_000);
