// After each action of a reader, and in each way to show a page, axe finds no violation. In light and dark, on wide and
// small screens.

import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullLanguage, pageKindsIn } from '../../scripts/page-kinds.ts';
import { findViolations } from './accessibility.ts';
import { openExample, type OpenSite } from './open-site.ts';

const wide = { width: 1440, height: 900 };
const small = { width: 390, height: 844 };
const connection = 'js/reference/sso/connection/';
const user = 'js/reference/directory-sync/directory-user/';
const list = `${connection}list/`;
const nowhere = 'js/reference/sso/conection/';

interface Interaction {
  readonly name: string;
  readonly path: string;
  /** The only screen that has this interaction. Absent: all screens. */
  readonly only?: typeof wide;
  readonly options?: BrowserContextOptions;
  /** Runs before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly act: (page: Page) => Promise<unknown>;
}

async function search(page: Page, query: string): Promise<void> {
  await page.click('.search-button');
  await page.locator('.search .is-ready').waitFor();
  await page.locator('.search [role=combobox]').fill(query);
  await page.locator('.search .results[aria-busy=false]').waitFor({ state: 'attached' });
  await page.locator('.search :is([role=option], .message p)').first().waitFor();
}

const clipboard: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

const interactions: readonly Interaction[] = [
  { name: 'with the menu open', path: connection, only: small, act: (page) => page.click('.menu') },
  {
    name: 'with all rows and values open',
    path: user,
    act: (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true))),
  },
  {
    name: 'after all rows are opened with the button',
    path: user,
    act: (page) => page.locator('.fold-all').first().click(),
  },
  {
    name: 'after all rows are closed with the button',
    path: user,
    act: async (page) => {
      for (let i = 0; i < 2; i++) await page.locator('.fold-all').first().click();
    },
  },
  { name: 'with more values shown', path: connection, act: (page) => page.locator('.values summary').first().click() },
  {
    name: 'at the anchor of a field',
    path: `${connection}#connection.domains`,
    act: (page) => page.waitForTimeout(200),
  },
  {
    name: 'at the anchor of a field that the language lacks',
    path: 'go/reference/organization/#organization.allow_profiles_outside_organization',
    act: (page) => page.locator('.lacking:visible').waitFor(),
  },
  {
    name: 'after another language is chosen',
    path: connection,
    act: async (page) => {
      await page.click('.tabs [data-language=ruby]');
      await page.waitForURL('**/ruby/**');
      await page.waitForLoadState();
    },
  },
  {
    name: 'after the link of a field is copied',
    path: connection,
    options: clipboard,
    act: (page) => page.locator('.rows .hash').first().click(),
  },
  {
    name: 'after the link of a heading is copied',
    path: 'js/guides/authoring/',
    options: clipboard,
    act: (page) => page.locator('h2 .hash').first().click(),
  },
  { name: 'after code is copied', path: list, act: (page) => page.locator('.copy').first().click() },
  {
    name: 'after the response is chosen',
    path: list,
    act: (page) => page.getByText('Response', { exact: true }).click(),
  },
  {
    name: 'after folded code is opened',
    path: user,
    act: (page) => page.locator('.code-rest summary').first().click(),
  },
  {
    name: 'with wrapped code',
    path: list,
    only: small,
    act: (page) => page.locator('.code-wrap:visible').first().click(),
  },
  {
    name: 'after another tab of a text is chosen',
    path: 'js/guides/body/',
    act: (page) => page.locator('.tab-list > label').nth(1).click(),
  },
  {
    name: 'with the table of contents open',
    path: 'js/guides/authoring/',
    only: small,
    act: (page) => page.click('details.contents summary'),
  },
  ...[connection, 'js/guides/authoring/', nowhere].map((path) => ({
    name: `after the theme is switched on ${path}`,
    path,
    act: (page: Page) => page.click('.theme'),
  })),
  ...['organizationId', 'identity provider', 'qxqxqxqx', 'impresonattro'].map((query) => ({
    name: `with a search for “${query}”`,
    path: connection,
    act: (page: Page) => search(page, query),
  })),
  { name: 'with the search open', path: connection, act: (page) => search(page, '') },
  {
    name: 'with filters of the search set',
    path: connection,
    act: async (page) => {
      await search(page, '');
      await page.locator('.search select').first().selectOption('go');
      await page.locator('.search select').nth(1).selectOption({ label: 'Handbook' });
      await page.locator('.search [role=combobox]').fill('impersonator');
      await page.locator('.search .message button').waitFor();
    },
  },
  {
    name: 'with earlier searches in the search',
    path: connection,
    prepare: (page) => page.addInitScript(() => localStorage.setItem('stele.searches', '["errors","session"]')),
    act: (page) => search(page, ''),
  },
  {
    name: 'with the search open without a network',
    path: connection,
    prepare: (page) => page.route('**/_search/**', (route) => route.abort()),
    act: async (page) => {
      await page.click('.search-button');
      await page.locator('.search [role=combobox]').fill('errors');
      await page.locator('.search .message button').waitFor();
    },
  },
  {
    name: 'with suggestions on the 404 page',
    path: nowhere,
    act: (page) => page.locator('.nearest-pages a').first().waitFor(),
  },
  {
    name: 'on the 404 page if its suggestions cannot be loaded',
    path: nowhere,
    prepare: (page) => page.route('**/_routes.json', (route) => route.abort()),
    act: (page) => page.locator('.all-sections a').first().waitFor(),
  },
];

/** Ways to show a page that change its content or its colours. */
const ways: readonly { readonly name: string; readonly options: BrowserContextOptions; readonly media?: 'print' }[] = [
  { name: 'without JavaScript', options: { javaScriptEnabled: false } },
  { name: 'in forced colours', options: { forcedColors: 'active' } },
  { name: 'with more contrast', options: { contrast: 'more' } },
  { name: 'in print', options: {}, media: 'print' },
];
const looks = [
  { viewport: wide, colorScheme: 'light' },
  { viewport: small, colorScheme: 'dark' },
] as const;

let site: OpenSite;

beforeAll(async () => {
  site = await openExample();
});
afterAll(() => site?.close());

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([wide, small])('at $width px', (viewport) => {
    test.each(interactions.filter(({ only }) => only === undefined || only === viewport))(
      'axe finds no violation $name',
      ({ path, act, options, prepare }) =>
        site.withPage(
          path,
          { viewport, colorScheme, ...options },
          async (page) => {
            await act(page);
            expect(await findViolations(page)).toEqual([]);
          },
          prepare,
        ),
    );
  });
});

describe.each(ways)('$name', ({ options, media }) => {
  describe.each(looks)('at $viewport.width px, in $colorScheme', (look) => {
    test.each([...pageKindsIn(fullLanguage), { name: 'components', route: 'guides/body/' }])(
      '$name has no violation',
      ({ route }) =>
        site.withPage(`${fullLanguage}/${route}`, { ...look, ...options }, async (page) => {
          if (media) await page.emulateMedia({ media });
          expect(await findViolations(page)).toEqual([]);
        }),
    );
  });
});
