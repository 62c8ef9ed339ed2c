// Actions of a reader in a real browser, with JavaScript off and on, under the strictest policy.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeContext, inContext, openContext } from './shared-browser.ts';
import { serveExample, type ServedSite } from './open-site.ts';
import { currentTab, openPage, type OpenPage } from './open-page.ts';
import { describeSwitch } from './switch-cases.ts';

const languages = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];
const connection = 'reference/sso/connection/';

let site: ServedSite;

beforeAll(async () => {
  site = await serveExample('/docs/');
}, 180_000);

afterAll(async () => {
  await site?.close();
});

const open = (context: BrowserContext): Promise<OpenPage> => openPage(context, site.url);
const pathOf = (page: Page): string => page.url().slice(site.url.length);

describe('with JavaScript off', () => {
  // Without scripts a page keeps nothing, so the tests share a page.
  let plain: OpenPage;
  beforeAll(async () => {
    plain = await open(await openContext({ javaScriptEnabled: false }));
  });
  beforeEach(() => plain.page.setViewportSize({ width: 1280, height: 720 }));
  afterAll(() => closeContext(plain.page.context()));

  test('the tabs lead to all eight languages, each with its own names', async () => {
    const { page, complaints } = plain;
    await page.goto(site.url + connection);
    expect(await currentTab(page)).toBe('curl');
    for (const language of languages) {
      await page.click(`.tabs [data-language=${language}]`);
      expect(pathOf(page)).toBe(`${language}/${connection}`);
      expect(await currentTab(page)).toBe(language);
      expect(await page.locator('[id="connection.organization_id"] .name').first().innerText()).toBe(
        {
          curl: 'organization_id',
          js: 'organizationId',
          python: 'organization_id',
          ruby: 'organization_id',
          go: 'OrganizationID',
          php: 'organizationId',
          java: 'organizationId',
          dotnet: 'OrganizationId',
        }[language],
      );
    }
    expect(complaints).toEqual([]);
  });

  test('links of pages, guides and the header keep the language', async () => {
    const { page, complaints } = plain;
    await page.goto(`${site.url}go/${connection}`);
    await page.click('.navigation a:has-text("List connections")');
    expect(pathOf(page)).toBe(`go/${connection}list/`);
    await page.click('.sections a:has-text("Handbook")');
    expect(pathOf(page)).toBe('go/guides/getting-started/');
    await page.click('.prose a:has-text("write a page")');
    expect(pathOf(page)).toBe('go/guides/authoring/');
    await page.click('.prose a:has-text("Connection")');
    expect(pathOf(page)).toBe(`go/${connection}`);
    await page.click('.brand');
    expect(pathOf(page)).toBe('go/');
    expect(await currentTab(page)).toBe('go');
    expect(complaints).toEqual([]);
  });

  test('values open and close, and code is shown without a button to copy it', async () => {
    const { page } = plain;
    await page.goto(`${site.url}ruby/${connection}`);
    const more = page.locator('.values summary').first();
    const hidden = page.locator('.values details li').first();
    expect(await hidden.isVisible()).toBe(false);
    await more.press('Enter');
    expect(await hidden.isVisible()).toBe(true);
    expect(await more.innerText()).toBe('Fewer');
    // The focus stays on the element, so the keyboard can close it.
    expect(await more.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await hidden.isVisible()).toBe(false);
    await more.click();
    expect(await hidden.isVisible()).toBe(true);
    expect((await page.locator('.code code').first().innerText()).length).toBeGreaterThan(20);
    expect(await page.locator('.copy:visible').count()).toBe(0);
  });

  test('a page that a language lacks shows a notice with links to the other languages', async () => {
    const { page } = plain;
    await page.goto(`${site.url}ruby/reference/session/authenticate/`);
    expect(await page.locator('.missing').innerText()).toContain('Not in Ruby');
    expect(await page.locator('.entity').count()).toBe(0);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.click('.missing a:has-text("Python")');
    expect(pathOf(page)).toBe('python/reference/session/authenticate/');
    expect(await page.locator('.entity').count()).toBe(1);
  });
});

describe('with JavaScript on', () => {
  test('after a click on a tab, a neutral address opens that language before anything is painted', () =>
    inContext({}, async (context) => {
      const { page, complaints } = await open(context);
      await page.goto(site.url + connection);
      expect(pathOf(page)).toBe(connection);
      await page.click('.tabs [data-language=ruby]');
      await page.waitForURL(`${site.url}ruby/${connection}`);
      await page.goto(`${site.url}guides/authoring/?from=here#samples`);
      await page.waitForURL(`${site.url}ruby/guides/authoring/?from=here#samples`);
      // Counts the paints of each page: the neutral page must have none.
      await page.addInitScript(() => {
        new PerformanceObserver((list) =>
          sessionStorage.setItem(
            'painted',
            `${sessionStorage.getItem('painted') ?? ''} ${location.pathname}:${list.getEntries().length}`,
          ),
        ).observe({ type: 'paint', buffered: true });
      });
      await page.goto(site.url + connection);
      await page.waitForURL(`${site.url}ruby/${connection}`);
      await page.waitForFunction(() => sessionStorage.getItem('painted') !== null);
      const painted = await page.evaluate(() => sessionStorage.getItem('painted'));
      expect(painted).toContain('/docs/ruby/');
      expect(painted).not.toContain('/docs/reference/');
      expect(complaints).toEqual([]);
    }));
});

describeSwitch(() => site);

describe('an unknown address', () => {
  const nearest = (page: Page): Promise<readonly string[]> =>
    page.locator('.nearest-pages a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const byName = (page: Page): Promise<Readonly<Record<string, string>>> =>
    page
      .locator('.nearest-languages a')
      .evaluateAll((links) =>
        Object.fromEntries(links.map((link) => [link.firstChild!.textContent!, (link as HTMLAnchorElement).href])),
      );

  test('shows links to the sections without JavaScript, at any depth', () =>
    inContext({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage();
      for (const path of ['nowhere', 'a/b/c/d/']) {
        await page.goto(site.url + path);
        expect(await page.locator('h1').innerText()).toBe('Page not found');
        expect(await page.locator('.nearest').isVisible()).toBe(false);
        await page.click('.all-sections a:has-text("Directory user")');
        expect(pathOf(page)).toBe('reference/directory-sync/directory-user/');
      }
    }));

  test('suggests the page with the most similar address, in the reader’s language and in all others', () =>
    inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(`${site.url}ruby/reference/sso/conection/`);
      await page.locator('.nearest').waitFor();
      expect((await nearest(page))[0]).toBe(`${site.url}ruby/${connection}`);
      expect((await byName(page))['Go']).toBe(`${site.url}go/${connection}`);
      await page.goto(`${site.url}phyton/${connection}`);
      await page.locator('.nearest').waitFor();
      expect((await nearest(page))[0]).toBe(`${site.url}python/${connection}`);
      await page.click('.nearest-pages a');
      expect(await currentTab(page)).toBe('python');
    }));
});
