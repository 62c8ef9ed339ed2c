// The navigation of a section with too many links for each page, in a browser, with and without JavaScript.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { pressTab, withPageOf } from './open-page.ts';
import { inContext } from './shared-browser.ts';
import { serveSite, type ServedSite } from './open-site.ts';

let content: string;
let site: ServedSite;

/** A section with a group of 12 pages, one of 110, and 40 pages beside them. */
function writeContent(folder: string): void {
  const page = (name: string): { title: string; url: string } => {
    writeFileSync(join(folder, `ref/${name}.md`), `---\ntitle: Page ${name}\n---\n\nText of ${name}.\n`);
    return { title: `Page ${name}`, url: `/ref/${name}` };
  };
  const pages = (name: string, count: number) => Array.from({ length: count }, (_, i) => page(`${name}${i}`));
  mkdirSync(join(folder, 'ref'));
  writeFileSync(join(folder, 'site.yaml'), 'title: Large\nlanguages: [js, ruby]\n');
  writeFileSync(join(folder, 'index.md'), '# Home\n');
  // Only a site with a reference has language tabs.
  const form = '    - { key: Thing, id: thing, properties: [{ key: id, type: string, description: Text. }] }\n';
  writeFileSync(join(folder, 'thing.mdx'), `---\nreference:\n  js:\n${form}  ruby:\n${form}---\n\n# Thing\n`);
  const links = [
    { title: 'Small group', links: pages('small', 12) },
    { ...page('big'), links: pages('big-', 110) },
    ...pages('own', 40),
  ];
  writeFileSync(join(folder, 'ref/_navigation.mdx'), `---\n${JSON.stringify({ title: 'Ref', links })}\n---\n`);
}

beforeAll(async () => {
  content = temporaryFolder();
  writeContent(content);
  site = await serveSite(content, '/docs/');
}, 180_000);

afterAll(async () => {
  await site?.close();
  if (content !== undefined) removeFolder(content);
});

const withPage = withPageOf(() => site);

const pathOf = (page: Page): string => page.url().slice(site.url.length);

describe('without JavaScript', () => {
  const javaScriptEnabled = false;

  test('a closed group leads to its first page, which shows the group open', () =>
    withPage('ruby/ref/own5/', { javaScriptEnabled }, async (page) => {
      expect(await page.locator('.navigation a:has-text("Page small")').count()).toBe(0);
      await page.click('.navigation a:has-text("Small group")');
      expect(pathOf(page)).toBe('ruby/ref/small0/');
      expect(await page.locator('.navigation a:has-text("Page small")').count()).toBe(12);
    }));

  test('links that a level leaves out are on the page of all pages, by letter', () =>
    withPage('ruby/ref/big-60/', { javaScriptEnabled }, async (page) => {
      expect(await page.locator('.navigation a:has-text("Page big-1")').count()).toBeLessThan(12);
      await page.click('.navigation .rest a >> nth=0');
      expect(pathOf(page)).toBe('ruby/ref/_all/');
      await page.click('.letter a:text-is("Page big-109")');
      expect(pathOf(page)).toBe('ruby/ref/big-109/');
    }));

  test('the page of all pages exists in each language', () =>
    withPage('ruby/ref/_all/', { javaScriptEnabled }, async (page) => {
      await page.click('.tabs [data-language=js]');
      expect(pathOf(page)).toBe('js/ref/_all/');
      expect(await page.locator('.navigation [aria-current=page]').innerText()).toBe('All pages of Ref');
    }));
});

describe('with JavaScript', () => {
  test('a closed group opens and closes in place, and stays open after a switch of the language', () =>
    withPage('ruby/ref/own5/', {}, async (page) => {
      await page.click('.navigation a:has-text("Small group")');
      const inside = page.locator('.navigation a:has-text("Page small3")');
      await inside.waitFor();
      expect(pathOf(page)).toBe('ruby/ref/own5/');
      const opener = page.getByRole('button', { name: 'Small group' });
      expect(await opener.getAttribute('aria-expanded')).toBe('true');
      await pressTab(page, 'js');
      await page.waitForURL(`${site.url}js/ref/own5/`);
      expect(await inside.isVisible()).toBe(true);
      await opener.click();
      expect(await inside.isVisible()).toBe(false);
      await opener.click();
      await inside.click();
      expect(pathOf(page)).toBe('js/ref/small3/');
      expect(await page.locator('.navigation [aria-current=page]').innerText()).toBe('Page small3');
    }));

  test('a group with its own page opens with the keyboard, and its link still leads to the page', () =>
    withPage('ruby/ref/own5/', {}, async (page) => {
      await page.focus('.navigation a:text-is("Page big")');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.navigation a:text-is("Page big-109")').waitFor();
      await page.click('.navigation a:text-is("Page big")');
      expect(pathOf(page)).toBe('ruby/ref/big/');
    }));

  test('links that a level leaves out load in place, and visible links do not move', () =>
    withPage('ruby/ref/big-60/', {}, async (page) => {
      const current = page.locator('.navigation [aria-current=page]');
      const rest = page.locator('.navigation .rest a').first();
      await rest.focus();
      const before = await current.boundingBox();
      await page.keyboard.press('Enter');
      await page.locator('.navigation a:text-is("Page big-0")').waitFor({ state: 'attached' });
      expect(pathOf(page)).toBe('ruby/ref/big-60/');
      const after = await current.boundingBox();
      expect(Math.abs(after!.y - before!.y)).toBeLessThan(1);
      const titles = await page.locator('.navigation a:has-text("Page big-")').allInnerTexts();
      expect(titles.slice(0, 81)).toEqual(Array.from({ length: 81 }, (_, i) => `Page big-${i}`));
      await rest.click();
      await page.locator('.navigation a:text-is("Page big-109")').waitFor({ state: 'attached' });
      expect(await page.locator('.navigation a:has-text("Page big-")').count()).toBe(110);
    }));

  test.each([
    ['file of the section', '**/_navigation/**'],
    ['script', '**/open-branches.*.js'],
  ])('if the %s cannot be loaded, the link of a group leads to its first page', (_, file) =>
    inContext({}, async (context) => {
      const page = await context.newPage();
      await page.route(file, (route) => route.abort());
      await page.goto(`${site.url}ruby/ref/own5/`);
      await page.click('.navigation a:has-text("Small group")');
      await page.waitForURL(`${site.url}ruby/ref/small0/`);
    }),
  );

  test('a group also opens in the menu of a small screen', () =>
    withPage('ruby/ref/own5/', { viewport: { width: 390, height: 844 } }, async (page) => {
      await page.click('.menu');
      await page.getByRole('button', { name: 'Small group' }).click();
      await page.locator('.navigation a:has-text("Page small3")').click();
      expect(pathOf(page)).toBe('ruby/ref/small3/');
    }));
});
