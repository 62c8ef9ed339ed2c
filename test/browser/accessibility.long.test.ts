// Everybody can use every kind of page: axe finds nothing, the keyboard reaches everything, nothing needs to be scrolled
// sideways. In light and dark, wide and small, in three languages, and after each thing that a reader can do.

import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { fullLanguage, pageKindsIn } from '../../scripts/page-kinds.ts';
import { serve, type StaticHost } from '../../scripts/static-host.ts';
import { buildSite, removeFolder, repository } from '../site/run-stele.ts';
import { findViolations, overhang, seeds, walkByTab } from './accessibility.ts';
import { policyOf } from './policy.ts';

const languages = ['js', 'ruby', 'dotnet'];
const wide = { width: 1440, height: 900 };
const small = { width: 390, height: 844 };
const pages = languages.flatMap((language) =>
  pageKindsIn(language).map(({ name, route }) => ({ name, language, path: `${language}/${route}` })),
);
const walked = pages.filter(({ language }) => language === fullLanguage);
const connection = 'js/reference/sso/connection/';

/** What a reader does to a page, after which it is looked at again. */
interface Interaction {
  readonly name: string;
  readonly path: string;
  /** Where it can be done; everywhere if absent. */
  readonly only?: typeof wide;
  readonly act: (page: Page) => Promise<unknown>;
}

const interactions: readonly Interaction[] = [
  { name: 'the menu open', path: connection, only: small, act: (page) => page.click('.menu') },
  {
    name: 'all rows and values open',
    path: 'js/reference/directory-sync/directory-user/',
    act: (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true))),
  },
  { name: 'arrived at a field', path: `${connection}#connection.domains`, act: (page) => page.waitForTimeout(200) },
  {
    name: 'another language chosen',
    path: connection,
    act: async (page) => {
      await page.click('.tabs [data-language=ruby]');
      await page.waitForURL('**/ruby/**');
      await page.waitForLoadState();
    },
  },
  ...['', 'organizationId', 'identity provider', 'qxqxqxqx'].map((query) => ({
    name: query === '' ? 'the search open' : `“${query}” searched`,
    path: connection,
    act: async (page: Page) => {
      await page.click('.search-button');
      await page.locator('.search [role=combobox]').fill(query);
      await page.locator('.search :is([role=option], .message p)').first().waitFor();
      await page.locator('.search .is-ready').waitFor();
    },
  })),
  { name: 'code copied', path: `${connection}list/`, act: (page) => page.locator('.copy').first().click() },
];

let folder: string;
let host: StaticHost;
let browser: Browser;

beforeAll(async () => {
  ({ folder } = await buildSite(join(repository, 'content')));
  host = await serve(folder, { policy: policyOf(folder) });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  if (folder !== undefined) removeFolder(join(folder, '..'));
});

/** Opens a page, lets `work` use it, and closes it. */
async function withPage<T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(host.url + path);
    return await work(page);
  } finally {
    await context.close();
  }
}

describe('the harness', () => {
  test('objects to each of the seeded faults, and to nothing before', async () => {
    expect(Object.keys(seeds).length).toBeGreaterThanOrEqual(10);
    await withPage(connection, { viewport: wide }, async (page) => expect(await findViolations(page)).toEqual([]));
    for (const [rule, seed] of Object.entries(seeds)) {
      await withPage(connection, { viewport: wide }, async (page) => {
        await page.evaluate(seed);
        expect((await findViolations(page)).map((violation) => violation.split(':')[0]), rule).toContain(rule);
      });
    }
  });

  test('objects to focus that is hidden, out of sight, or not marked', async () => {
    await withPage(connection, { viewport: wide }, async (page) => {
      await page.evaluate(() => {
        const [first, second, third] = document.querySelectorAll<HTMLElement>('main a[href]');
        first!.style.outline = 'none';
        Object.assign(second!.style, { position: 'fixed', left: '-500px' });
        const cover = document.createElement('div');
        Object.assign(cover.style, { position: 'absolute', inset: '0', zIndex: '9' });
        third!.style.position = 'relative';
        third!.before(cover);
      });
      const faults = (await walkByTab(page)).flatMap((stop) => stop.faults).join('\n');
      expect(faults).toContain('no focus ring');
      expect(faults).toContain('outside the window');
      expect(faults).toContain('under div');
    });
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([wide, small])('at $width px', (viewport) => {
    test.each(pages)('$name in $language has no violation', ({ path }) =>
      withPage(path, { viewport, colorScheme }, async (page) => {
        expect(await findViolations(page)).toEqual([]);
      }),
    );

    test.each(interactions)('$name: nothing is wrong then', ({ path, act, only }) =>
      only !== undefined && only !== viewport
        ? Promise.resolve()
        : withPage(path, { viewport, colorScheme }, async (page) => {
            await act(page);
            expect(await findViolations(page)).toEqual([]);
          }),
    );
  });
});

describe('by keyboard alone', () => {
  describe.each([wide, small])('at $width px', (viewport) => {
    test.each(walked)('everything of $name is reached, seen, marked and left', ({ path }) =>
      withPage(path, { viewport }, async (page) => {
        const stops = await walkByTab(page);
        expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
        expect(stops.length).toBeGreaterThan(3);
      }),
    );
  });

  test('the first stop skips to the content', () =>
    withPage(connection, { viewport: wide }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const isInMain = await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement));
      expect(isInMain).toBe(true);
    }));

  test('a language is chosen', () =>
    withPage(connection, { viewport: wide }, async (page) => {
      await page.focus('.tabs [data-language=python]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${host.url}python/reference/sso/connection/`);
      expect(await page.locator('.tabs [aria-current]').getAttribute('data-language')).toBe('python');
    }));

  test('the menu is opened, used and left', () =>
    withPage(connection, { viewport: small }, async (page) => {
      await page.focus('.menu');
      await page.keyboard.press('Enter');
      expect(await page.locator('.navigation').isVisible()).toBe(true);
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(() => document.activeElement!.closest('.navigation') !== null);
      expect(isInside).toBe(true);
      await page.focus('.navigation a:has-text("List connections")');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${host.url}${connection}list/`);
    }));

  test('rows are opened and closed', () =>
    withPage('js/reference/directory-sync/directory-user/', { viewport: wide }, async (page) => {
      const row = page.locator('main details').first();
      const isOpen = await row.evaluate((details: HTMLDetailsElement) => details.open);
      await row.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      expect(await row.evaluate((details: HTMLDetailsElement) => details.open)).toBe(!isOpen);
      await page.keyboard.press('Space');
      expect(await row.evaluate((details: HTMLDetailsElement) => details.open)).toBe(isOpen);
    }));
});

describe('without scrolling sideways', () => {
  const views = [
    { name: '320 px', viewport: { width: 320, height: 640 } },
    { name: '1440 px at 200 %', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
    { name: '1280 px at 400 %', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  ];
  test.each(views)('at $name', async ({ name: _name, ...options }) => {
    for (const { path } of pages) {
      await withPage(path, options, async (page) => {
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        expect(await overhang(page), path).toBe(0);
      });
    }
  });

  test('with letters, words and lines set apart as WCAG 1.4.12 asks, nothing is cut off', async () => {
    for (const { path } of pages) {
      await withPage(path, { viewport: { width: 320, height: 640 } }, async (page) => {
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
          );
          document.adoptedStyleSheets.push(sheet);
        });
        expect(await overhang(page), path).toBe(0);
      });
    }
  });
});
