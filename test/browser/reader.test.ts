// Actions of a reader in a real browser, with JavaScript off and on, under the strictest policy.

import { describe, expect, test } from 'vitest';
import { currentTab } from './open-page.ts';
import { nearestLanguages, nearestPages, setUpExample, setUpPlainPage } from './reader-steps.ts';
import { inContext } from './shared-browser.ts';
import { describeSwitch } from './switch-cases.ts';
import { connection } from './switch-steps.ts';

const languages = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];
const site = setUpExample();
const { open, pathOf } = site;

describe('with JavaScript off', () => {
  const plain = setUpPlainPage(site);

  test('the tabs lead to all eight languages, each with its own names', async () => {
    const { page, complaints } = plain();
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
    const { page, complaints } = plain();
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
    const { page } = plain();
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
    const { page } = plain();
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
      expect((await nearestPages(page))[0]).toBe(`${site.url}ruby/${connection}`);
      expect((await nearestLanguages(page))['Go']).toBe(`${site.url}go/${connection}`);
      await page.goto(`${site.url}phyton/${connection}`);
      await page.locator('.nearest').waitFor();
      expect((await nearestPages(page))[0]).toBe(`${site.url}python/${connection}`);
      await page.click('.nearest-pages a');
      expect(await currentTab(page)).toBe('python');
    }));
});
