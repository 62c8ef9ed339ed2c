// Actions of a reader in a real browser: storage, prefetched pages, small screens, contents and unknown addresses.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../site/run-stele.ts';
import { currentTab } from './open-page.ts';
import { nearestLanguages, nearestPages, setUpExample, setUpPlainPage } from './reader-steps.ts';
import { inContext } from './shared-browser.ts';
import { describeSwitchDetails } from './switch-cases.ts';
import { describeReadySwitch } from './switch-ready-cases.ts';
import { connection } from './switch-steps.ts';

const site = setUpExample();
const { open, pathOf } = site;

describe('with JavaScript off', () => {
  const plain = setUpPlainPage(site);

  test('the tabs lead to the top of the page, and an anchor is the same in every language', async () => {
    const { page, complaints } = plain();
    await page.goto(`${site.url}go/${connection}#connection.state`);
    await page.click('.tabs [data-language=python]');
    expect(pathOf(page)).toBe(`python/${connection}`);
    await page.goto(`${page.url()}#connection.state`);
    expect(await page.evaluate(() => document.querySelector(':target .name')?.textContent)).toBe('state');
    expect(complaints).toEqual([]);
  });

  test('the navigation opens on a small screen, and the page does not scroll horizontally', async () => {
    const { page } = plain();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${site.url}java/${connection}`);
    expect(await page.locator('.navigation').isVisible()).toBe(false);
    await page.click('.menu');
    expect(await page.locator('.navigation').isVisible()).toBe(true);
    await page.click('.navigation a:has-text("Get a connection")');
    expect(pathOf(page)).toBe(`java/${connection}get/`);
    await page.waitForLoadState('load');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('no page scrolls horizontally on the smallest screen', async () => {
    const { page } = plain();
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [
      '',
      `go/${connection}list/`,
      'java/reference/directory-sync/directory-group/',
      'php/reference/session/',
      'ruby/reference/session/authenticate/',
      'js/reference/errors/',
      'js/guides/authoring/',
      'nowhere/',
    ]) {
      await page.goto(site.url + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      const tops = await page.$$eval('.code-tabs > label', (labels) =>
        labels.map((label) => label.getBoundingClientRect().top),
      );
      expect(new Set(tops).size, `${path}: lines of code tabs`).toBeLessThanOrEqual(1);
      // Names in tables stay on one line. Only names of several parts may break, between their parts.
      const cut = await page.$$eval('td:first-child > code', (codes) =>
        codes
          .filter((code) => /^\w+$/.test(code.textContent ?? '') && code.getClientRects().length > 1)
          .map((code) => code.textContent),
      );
      expect(cut, path).toEqual([]);
    }
  });
});

describe('with JavaScript on', () => {
  test('only a click on a tab is remembered, and an address with a language keeps it', () =>
    inContext({}, async (context) => {
      const { page } = await open(context);
      await page.goto(`${site.url}go/${connection}`);
      await page.goto(site.url + connection);
      expect(pathOf(page)).toBe(connection);
      await page.click('.tabs [data-language=php]');
      await page.waitForURL(`${site.url}php/${connection}`);
      await page.goto(`${site.url}go/${connection}`);
      expect(await currentTab(page)).toBe('go');
    }));

  test('an unknown remembered language and blocked storage do no harm', () =>
    inContext({}, async (context) => {
      await context.addInitScript(() => {
        if (location.search === '?blocked') {
          Object.defineProperty(globalThis, 'localStorage', {
            get: () => {
              throw new DOMException('blocked', 'SecurityError');
            },
          });
        } else localStorage.setItem('stele.language', 'cobol');
      });
      const { page, complaints } = await open(context);
      await page.goto(site.url + connection);
      expect(pathOf(page)).toBe(connection);
      await page.goto(`${site.url}${connection}?blocked`);
      await page.click('.tabs [data-language=php]');
      await page.waitForURL(`${site.url}php/${connection}`);
      expect(complaints).toEqual([]);
    }));

  test('no kind of page violates the policy or connects to another host', () =>
    inContext({}, async (context) => {
      const { page, complaints } = await open(context);
      for (const path of [
        '',
        'guides/command/',
        `dotnet/${connection}list/`,
        'ruby/reference/session/authenticate/',
        'reference/errors/',
        'java/reference/organization/',
      ]) {
        await page.goto(site.url + path);
      }
      expect(complaints).toEqual([]);
    }));

  test('a page is prefetched when the pointer is on its link, and the prefetched page is used', () =>
    inContext({ viewport: { width: 1440, height: 900 } }, async (context) => {
      const { page, complaints } = await open(context);
      const prefetched: string[] = [];
      page.on('request', (request) => {
        const isPrefetch = request.headers()['sec-purpose'] === 'prefetch';
        if (isPrefetch) prefetched.push(request.url().slice(site.url.length));
      });
      const session = await context.newCDPSession(page);
      await session.send('Preload.enable');
      const outcomes: string[] = [];
      session.on('Preload.prefetchStatusUpdated', ({ prefetchStatus }) => outcomes.push(prefetchStatus));
      await page.goto(`${site.url}go/${connection}`);
      await page.hover('.tabs [data-language=php]');
      await page.hover('.navigation a:has-text("List connections")');
      await expect.poll(() => prefetched).toEqual([`go/${connection}list/`]);
      await page.click('.navigation a:has-text("List connections")');
      await expect.poll(() => outcomes.at(-1)).toBe('PrefetchResponseUsed');
      expect(complaints).toEqual([]);
    }));

  test('the table of contents marks the current section without moving its links', () =>
    inContext({ viewport: { width: 1440, height: 900 } }, async (context) => {
      const { page } = await open(context);
      await page.goto(`${site.url}go/guides/authoring/`);
      const placesOf = (): Promise<readonly unknown[]> =>
        page.$$eval('aside.contents a', (links) =>
          links.map((link) => [
            (link.firstChild as Text).wholeText,
            link.clientHeight,
            getComputedStyle(link).font,
            link.getBoundingClientRect().x,
          ]),
        );
      const before = await placesOf();
      for (const anchor of ['entities', 'marks']) {
        await page.click(`aside.contents a[href="#${anchor}"]`);
        await page.waitForFunction(
          (hash) => document.querySelector('aside.contents [aria-current]')?.getAttribute('href') === hash,
          `#${anchor}`,
        );
        expect(await placesOf()).toEqual(before);
      }
    }));

  test('a sample is copied unchanged', () =>
    inContext({ permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
      const { page } = await open(context);
      await page.goto(`${site.url}python/${connection}list/`);
      await page.locator('.copy').first().click();
      const file = readFileSync(
        join(repository, 'content/reference/sso/connection/_samples/list-connections-request.py'),
        'utf8',
      );
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file.trimEnd());
    }));
});

describeSwitchDetails(() => site);
describeReadySwitch(() => site);

describe('an unknown address', () => {
  test('suggests the page with the anchor, in the language of the address or of the reader', () =>
    inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(`${site.url}javascript/reference/sso/conection/#connection.id`);
      await page.locator('.nearest').waitFor();
      expect((await nearestPages(page))[0]).toBe(`${site.url}js/${connection}#connection.id`);
      expect((await nearestLanguages(page))['Go']).toBe(`${site.url}go/${connection}#connection.id`);
      await page.goto(`${site.url}c%23/${connection}`);
      await page.locator('.nearest').waitFor();
      expect((await nearestPages(page))[0]).toBe(`${site.url}dotnet/${connection}`);
      await page.goto(`${site.url}rust/${connection}`);
      await page.locator('.nearest').waitFor();
      expect((await nearestPages(page))[0]).toBe(`${site.url}curl/${connection}`);
      await page.evaluate(() => localStorage.setItem('stele.language', 'python'));
      await page.reload();
      await page.locator('.nearest').waitFor();
      expect((await nearestPages(page))[0]).toBe(`${site.url}python/${connection}`);
      await page.evaluate(() => localStorage.setItem('stele.language', 'cobol'));
      await page.reload();
      await page.locator('.nearest').waitFor();
      expect((await nearestPages(page))[0]).toBe(`${site.url}curl/${connection}`);
    }));

  test('suggests nothing if the list of pages cannot be loaded or no page is similar', () =>
    inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(`${site.url}zzzzzzzz/%E0%A4/`);
      await page.locator('.nearest.is-ready').waitFor({ state: 'attached' });
      expect(await page.locator('.nearest').isVisible()).toBe(false);
      await page.route('**/_routes.json', (route) => route.abort());
      await page.goto(`${site.url}ruby/reference/sso/conection/`);
      await page.locator('.nearest.is-ready').waitFor({ state: 'attached' });
      expect(await page.locator('.nearest').isVisible()).toBe(false);
      expect(await page.locator('.all-sections').isVisible()).toBe(true);
    }));
});
