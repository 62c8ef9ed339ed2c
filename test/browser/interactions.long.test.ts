// After each thing that a reader can do, and however the page is shown, axe finds nothing. In light and dark, wide and
// small.

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
  /** Where it can be done; everywhere if absent. */
  readonly only?: typeof wide;
  readonly options?: BrowserContextOptions;
  /** What happens before the page is opened. */
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
  { name: 'the menu open', path: connection, only: small, act: (page) => page.click('.menu') },
  {
    name: 'all rows and values open',
    path: user,
    act: (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true))),
  },
  { name: 'all rows opened with the button', path: user, act: (page) => page.locator('.fold-all').first().click() },
  {
    name: 'all rows closed with the button',
    path: user,
    act: async (page) => {
      for (let i = 0; i < 2; i++) await page.locator('.fold-all').first().click();
    },
  },
  { name: 'more values shown', path: connection, act: (page) => page.locator('.values summary').first().click() },
  { name: 'arrived at a field', path: `${connection}#connection.domains`, act: (page) => page.waitForTimeout(200) },
  {
    name: 'arrived at a field that the language lacks',
    path: 'go/reference/organization/#organization.allow_profiles_outside_organization',
    act: (page) => page.locator('.lacking:visible').waitFor(),
  },
  {
    name: 'another language chosen',
    path: connection,
    act: async (page) => {
      await page.click('.tabs [data-language=ruby]');
      await page.waitForURL('**/ruby/**');
      await page.waitForLoadState();
    },
  },
  {
    name: 'the link of a field copied',
    path: connection,
    options: clipboard,
    act: (page) => page.locator('.rows .hash').first().click(),
  },
  {
    name: 'the link of a heading copied',
    path: 'js/guides/authoring/',
    options: clipboard,
    act: (page) => page.locator('h2 .hash').first().click(),
  },
  { name: 'code copied', path: list, act: (page) => page.locator('.copy').first().click() },
  { name: 'the response chosen', path: list, act: (page) => page.getByText('Response', { exact: true }).click() },
  {
    name: 'folded code opened',
    path: user,
    act: (page) => page.locator('.code-rest summary').first().click(),
  },
  { name: 'code wrapped', path: list, only: small, act: (page) => page.locator('.code-wrap:visible').first().click() },
  {
    name: 'a part of a text chosen',
    path: 'js/guides/body/',
    act: (page) => page.locator('.tab-list > label').nth(1).click(),
  },
  {
    name: 'the contents opened',
    path: 'js/guides/authoring/',
    only: small,
    act: (page) => page.click('details.contents summary'),
  },
  ...[connection, 'js/guides/authoring/', nowhere].map((path) => ({
    name: `the theme switched on ${path}`,
    path,
    act: (page: Page) => page.click('.theme'),
  })),
  ...['organizationId', 'identity provider', 'qxqxqxqx', 'impresonattro'].map((query) => ({
    name: `“${query}” searched`,
    path: connection,
    act: (page: Page) => search(page, query),
  })),
  { name: 'the search open', path: connection, act: (page) => search(page, '') },
  {
    name: 'the search with filters set',
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
    name: 'the search with earlier ones',
    path: connection,
    prepare: (page) => page.addInitScript(() => localStorage.setItem('stele.searches', '["errors","session"]')),
    act: (page) => search(page, ''),
  },
  {
    name: 'the search without a network',
    path: connection,
    prepare: (page) => page.route('**/_search/**', (route) => route.abort()),
    act: async (page) => {
      await page.click('.search-button');
      await page.locator('.search [role=combobox]').fill('errors');
      await page.locator('.search .message button').waitFor();
    },
  },
  { name: 'the nearest pages there', path: nowhere, act: (page) => page.locator('.nearest-pages a').first().waitFor() },
  {
    name: 'the nearest pages cannot be had',
    path: nowhere,
    prepare: (page) => page.route('**/_routes.json', (route) => route.abort()),
    act: (page) => page.locator('.all-sections a').first().waitFor(),
  },
];

/** Ways of showing a page that change what is on it, or its colours. */
const ways: readonly { readonly name: string; readonly options: BrowserContextOptions; readonly media?: 'print' }[] = [
  { name: 'without JavaScript', options: { javaScriptEnabled: false } },
  { name: 'in forced colours', options: { forcedColors: 'active' } },
  { name: 'with more contrast', options: { contrast: 'more' } },
  { name: 'on paper', options: {}, media: 'print' },
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
      '$name: nothing is wrong then',
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
