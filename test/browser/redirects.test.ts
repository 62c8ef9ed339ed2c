// An old address redirects to the new one in the same language, with its query and hash, under the strictest policy. It
// also does so without JavaScript, and from disk.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { inContext } from './shared-browser.ts';
import { serveSite, type ServedSite } from './open-site.ts';

const files: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: Doors\nlanguages: [curl, js]\nredirects:\n  /guides/old: /guides/door\n' +
    '  /guides/keys: /guides/door#keys\n  /guides/path: /guides/door/keys\n  /guides/früher: /guides/door\n',
  'index.mdx': '# Home\n',
  'guides/door.mdx': '# Door\n\n## Limits\n\n## Keys\n',
};

const content = temporaryFolder();
let site: ServedSite;

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(content, dirname(path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  site = await serveSite(content, '/docs/');
}, 180_000);

afterAll(async () => {
  await site?.close();
  removeFolder(content);
});

function follow(path: string, javaScriptEnabled: boolean): Promise<string> {
  return inContext({ javaScriptEnabled }, async (context) => {
    const page = await context.newPage();
    await page.goto(site.url + path);
    await page.waitForURL(/\/guides\/door\//);
    return page.url().slice(site.url.length);
  });
}

test.each([
  ['guides/old/', 'guides/door/'],
  ['guides/old/?v=2#limits', 'guides/door/?v=2#limits'],
  ['js/guides/old/?v=2#limits', 'js/guides/door/?v=2#limits'],
  ['guides/keys/', 'guides/door/#keys'],
  ['curl/guides/keys/#limits', 'curl/guides/door/#limits'],
  ['guides/path/?a=1', 'guides/door/?a=1#keys'],
  ['guides/fr%C3%BCher/#keys', 'guides/door/#keys'],
])('%s redirects to %s', async (from, to) => {
  expect(await follow(from, true)).toBe(to);
});

test.each([
  ['guides/old/', 'guides/door/'],
  ['js/guides/keys/', 'js/guides/door/#keys'],
])('without JavaScript, %s redirects to %s', async (from, to) => {
  expect(await follow(from, false)).toBe(to);
});

test('the page at the old address has a link to the new address, in case the redirect fails', () =>
  inContext({}, async (context) => {
    const page = await context.newPage();
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${site.url}guides/keys/`);
    await page.click('main a');
    expect(page.url()).toBe(`${site.url}guides/door/#keys`);
  }));

test('from disk, an old address redirects to the file of the new one', () =>
  inContext({}, async (context) => {
    const page = await context.newPage();
    const top = pathToFileURL(site.folder).href;
    await page.goto(`${top}/js/guides/old/index.html#limits`);
    await page.waitForURL(/door/);
    expect(page.url()).toBe(`${top}/js/guides/door/index.html#limits`);
    expect(await page.locator('.search-button').count()).toBe(0);
  }));
