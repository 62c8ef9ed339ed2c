// All functions of the site with only the keyboard: each test begins at the top of a page and moves with Tab.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullLanguage, pageKindsIn } from '../../scripts/page-kinds.ts';
import { walkByTab } from './accessibility.ts';
import { openExample, type OpenSite } from './open-site.ts';

const wide = { viewport: { width: 1440, height: 900 } };
const small = { viewport: { width: 390, height: 844 } };
const clipboard = { ...wide, permissions: ['clipboard-read', 'clipboard-write'] };
const connection = 'js/reference/sso/connection/';
const user = 'js/reference/directory-sync/directory-user/';
const guide = 'js/guides/authoring/';

let site: OpenSite;

beforeAll(async () => {
  site = await openExample();
});
afterAll(() => site?.close());

/** Presses Tab until an element that matches the selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    if (await isAt(page, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

const isAt = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
/** Waits until an element that matches the selector has the focus: closing a dialog may take a moment. */
const waitForFocus = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector, { timeout: 5000 });
const isShown = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
const clipboardText = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe.each([wide, small])('at $viewport.width px', (options) => {
  const pages = [...pageKindsIn(fullLanguage), { name: 'components', route: 'guides/body/' }];
  test.each(pages)('Tab reaches and leaves everything of $name, always with a visible focus', ({ route }) =>
    site.withPage(`${fullLanguage}/${route}`, options, async (page) => {
      const stops = await walkByTab(page);
      expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
      expect(stops.length).toBeGreaterThan(3);
    }),
  );
});

describe('the page around the content', () => {
  test('has a link to the content as its first stop', () =>
    site.withPage(connection, wide, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
    }));

  test.each([wide, small])('has a link to the language tabs as its second stop: $viewport.width px', (options) =>
    site.withPage(connection, options, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await isAt(page, '[href="#-languages"]')).toBe(true);
      expect((await page.locator('.to-languages').boundingBox())!.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.tabs li:first-child > a')).toBe(true);
    }),
  );

  test('has a link to the navigation as its third stop', () =>
    site.withPage(connection, wide, async (page) => {
      for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
      expect(await isAt(page, '[href="#-navigation"]')).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.navigation .tree li:first-child > a')).toBe(true);
    }));

  test('has no link to the navigation on a small screen, which has the menu', () =>
    site.withPage(connection, small, async (page) => {
      await tabTo(page, '.menu');
      expect(await isShown(page, '[href="#-navigation"]')).toBe(false);
    }));

  test('has the content after the header, then the language tabs, then the navigation', () =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, '.theme');
      await page.keyboard.press('Tab');
      expect(await isAt(page, 'main *')).toBe(true);
      await page.locator('main a[href], main button').last().focus();
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.tabs [data-language=curl]')).toBe(true);
      await page.locator('.tabs [data-language=dotnet]').focus();
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.navigation .tree li:first-child > a')).toBe(true);
    }));

  test('switches the language, and keeps the focus on its tab', () =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, '.tabs [data-language=python]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}python/reference/sso/connection/`);
      expect(await isAt(page, '.tabs [data-language=python]')).toBe(true);
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.tabs [data-language=ruby]')).toBe(true);
    }));

  test('opens and closes the menu, which returns the focus, and follows its links', () =>
    site.withPage(connection, small, async (page) => {
      await tabTo(page, '.menu');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.navigation *')).toBe(true);
      await page.keyboard.press('Escape');
      await waitForFocus(page, '.menu');
      expect(await isShown(page, '.navigation')).toBe(false);
      await page.keyboard.press('Enter');
      await tabTo(page, '.navigation .close');
      await page.keyboard.press('Enter');
      await waitForFocus(page, '.menu');
      expect(await isShown(page, '.navigation')).toBe(false);
      await page.keyboard.press('Space');
      await tabTo(page, '.navigation [href$="list/"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${connection}list/`);
    }));

  test('switches the theme', () =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, '.theme');
      await page.keyboard.press('Enter');
      expect(await isAt(page, '.theme[aria-pressed=true]')).toBe(true);
      await page.keyboard.press('Space');
      expect(await isAt(page, '.theme[aria-pressed=false]')).toBe(true);
    }));

  test('follows the table of contents to a section, and continues there', () =>
    site.withPage(guide, wide, async (page) => {
      await tabTo(page, 'aside.contents [href="#samples"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${guide}#samples`);
      await page.keyboard.press('Tab');
      expect(await isAt(page, '#samples *, #samples ~ *, #samples ~ * *')).toBe(true);
    }));

  test('opens and follows the table of contents of a small screen', () =>
    site.withPage(guide, small, async (page) => {
      await tabTo(page, 'details.contents summary');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await isAt(page, 'details.contents a')).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#/);
    }));

  test('opens the next page and the previous page', () =>
    site.withPage(guide, wide, async (page) => {
      await tabTo(page, '[rel=next]');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.href.includes(guide));
      await tabTo(page, '[rel=prev]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${guide}`);
    }));

  test('follows the suggestions of the 404 page', () =>
    site.withPage('js/reference/sso/conection/', wide, async (page) => {
      await page.locator('.nearest-pages a').first().waitFor();
      await tabTo(page, '.nearest-pages a');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${connection}`);
    }));

  test('leads from a page that a language lacks to a language that has it', () =>
    site.withPage('ruby/reference/session/authenticate/', wide, async (page) => {
      await tabTo(page, '.missing [href*="python"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}python/reference/session/authenticate/`);
    }));
});

describe('tables', () => {
  test('open and close rows', () =>
    site.withPage(user, wide, async (page) => {
      await tabTo(page, '.rows > li > details > summary');
      const isOpen = (): Promise<boolean> =>
        page.evaluate(() => (document.activeElement!.parentElement as HTMLDetailsElement).open);
      const before = await isOpen();
      await page.keyboard.press('Enter');
      expect(await isOpen()).toBe(!before);
      await page.keyboard.press('Space');
      expect(await isOpen()).toBe(before);
    }));

  test('open and close all rows', () =>
    site.withPage(user, wide, async (page) => {
      const open = (): Promise<number> => page.locator('.rows > li > details[open]').count();
      const all = await page.locator('.rows > li > details').count();
      await tabTo(page, '.fold-all');
      await page.keyboard.press('Enter');
      expect(await open()).toBe(all);
      await page.keyboard.press('Space');
      expect(await open()).toBe(0);
      expect(await isAt(page, '.fold-all')).toBe(true);
    }));

  test('show and hide more values', () =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, '.values summary');
      await page.keyboard.press('Enter');
      expect(await isShown(page, '.values details li')).toBe(true);
      expect(await isAt(page, '.values summary')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await isShown(page, '.values details li')).toBe(false);
    }));

  test.each([
    ['a field', connection, '.rows .hash'],
    ['a heading', guide, 'h2 .hash'],
  ])('the link of %s is copied', (_name, path, link) =>
    site.withPage(path, clipboard, async (page) => {
      await tabTo(page, link);
      await page.keyboard.press('Enter');
      await page.locator('.hash[data-said]').waitFor();
      expect(await clipboardText(page)).toBe(page.url());
      expect(page.url()).toContain('#');
      // Screen readers announce it each time, and the next stop of Tab is at the target of the link.
      const announcement = page.getByRole('status').filter({ hasText: 'Link copied' });
      await announcement.waitFor({ state: 'attached' });
      await announcement.waitFor({ state: 'detached' });
      await page.keyboard.press('Tab');
      expect(await isAt(page, `:target ${link.split(' ')[1]}`)).toBe(true);
    }),
  );
});

describe('code', () => {
  test('in another tab is shown and copied', () =>
    site.withPage(`${connection}list/`, clipboard, async (page) => {
      await tabTo(page, '.code-tabs input');
      await page.keyboard.press('ArrowRight');
      expect(await isAt(page, '.code-tabs > input:checked:nth-of-type(2)')).toBe(true);
      await tabTo(page, '.code-tabs .copy');
      await page.keyboard.press('Enter');
      await expect.poll(() => clipboardText(page)).toContain('"data": [');
      await page.keyboard.press('Shift+Tab');
      expect(await isAt(page, '.code *')).toBe(true);
    }));

  test('with long lines scrolls and wraps', () =>
    site.withPage(`${connection}list/`, { viewport: { width: 320, height: 640 } }, async (page) => {
      await tabTo(page, '.code-wrap input');
      await page.keyboard.press('Space');
      expect(await isAt(page, ':checked')).toBe(true);
      await page.keyboard.press('Space');
      await tabTo(page, '.code :is(pre, .code-body)[tabindex]');
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => document.activeElement!.scrollLeft > 0);
    }));

  test('with folded lines opens and closes', () =>
    site.withPage(user, wide, async (page) => {
      await tabTo(page, '.code-rest summary');
      await page.keyboard.press('Enter');
      expect(await isShown(page, '.code-rest pre')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await isShown(page, '.code-rest pre')).toBe(false);
    }));

  test('tabs of a text are switched', () =>
    site.withPage('js/guides/body/', wide, async (page) => {
      await tabTo(page, '.tab-list input');
      const before = await page.locator('.tab-panel:visible').first().innerText();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.tab-panel:visible').first().innerText()).not.toBe(before);
    }));
});

describe('the search', () => {
  const input = '.search [role=combobox]';
  const isClosed = (page: Page): Promise<unknown> => page.locator('.search').waitFor({ state: 'hidden' });

  test.each(['/', 'Control+k', 'Meta+k'])('opens with %s, and Esc returns the focus to the element before', (key) =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, 'main .hash');
      const before = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
      await page.keyboard.press(key);
      await waitForFocus(page, input);
      await page.keyboard.type('errors');
      await page.locator('.search [role=option]').first().waitFor();
      await page.keyboard.press('Escape');
      await isClosed(page);
      expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(before);
    }),
  );

  test('opens with its button, and the close button returns the focus', () =>
    site.withPage(connection, small, async (page) => {
      await tabTo(page, '.search-button');
      await page.keyboard.press('Enter');
      await waitForFocus(page, input);
      await page.locator('.search .is-ready').waitFor();
      await tabTo(page, '.search .close');
      await page.keyboard.press('Enter');
      await isClosed(page);
      await waitForFocus(page, '.search-button');
    }));

  test('has only parts that Tab reaches, with a visible focus', () =>
    site.withPage(connection, wide, async (page) => {
      await page.keyboard.press('/');
      await page.locator('.search .is-ready').waitFor();
      await page.keyboard.type('errors');
      await page.locator('.search [role=option]').first().waitFor();
      const stops = await walkByTab(page);
      expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
      const names = stops.map(({ name }) => name).join('\n');
      for (const name of ['“Close”', '“Language”', '“Section”', 'input']) expect(names).toContain(name);
    }));

  test('has filters, and its results can be opened', () =>
    site.withPage(connection, wide, async (page) => {
      await page.keyboard.press('/');
      await page.locator('.search .is-ready').waitFor();
      await tabTo(page, '.search select[aria-label=Language]');
      await page.keyboard.type('Go');
      await page.waitForFunction(() => (document.activeElement as HTMLSelectElement).value === 'go');
      for (let i = 0; i < 4 && !(await isAt(page, input)); i++) await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('get connection');
      await page.locator('.search [aria-selected=true]', { hasText: 'sso.GetConnection()' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/go\/.*#get_connection$/);
    }));
});
