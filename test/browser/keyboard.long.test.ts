// All functions of the site, by keyboard only: each flow begins at the top of a page and moves with Tab.

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

/** Presses Tab until the focus is at an element of a selector. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab');
    if (await isAt(page, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

const isAt = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
/** Waits until the focus is there: closing what held it may take a moment. */
const comesTo = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector, { timeout: 5000 });
const isShown = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
const clipped = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe.each([wide, small])('at $viewport.width px', (options) => {
  const pages = [...pageKindsIn(fullLanguage), { name: 'components', route: 'guides/body/' }];
  test.each(pages)('everything of $name is reached, seen, marked and left', ({ route }) =>
    site.withPage(`${fullLanguage}/${route}`, options, async (page) => {
      const stops = await walkByTab(page);
      expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
      expect(stops.length).toBeGreaterThan(3);
    }),
  );
});

describe('the frame', () => {
  test('the first stop skips to the content', () =>
    site.withPage(connection, wide, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
    }));

  test('a language is chosen, and the focus stays on it', () =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, '.tabs [data-language=python]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}python/reference/sso/connection/`);
      expect(await isAt(page, '.tabs [data-language=python]')).toBe(true);
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.tabs [data-language=ruby]')).toBe(true);
    }));

  test('the menu is opened, used and left; closed, it gives the focus back', () =>
    site.withPage(connection, small, async (page) => {
      await tabTo(page, '.menu');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await isAt(page, '.navigation *')).toBe(true);
      await page.keyboard.press('Escape');
      await comesTo(page, '.menu');
      expect(await isShown(page, '.navigation')).toBe(false);
      await page.keyboard.press('Enter');
      await tabTo(page, '.navigation .close');
      await page.keyboard.press('Enter');
      await comesTo(page, '.menu');
      expect(await isShown(page, '.navigation')).toBe(false);
      await page.keyboard.press('Space');
      await tabTo(page, '.navigation [href$="list/"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${connection}list/`);
    }));

  test('the theme is switched', () =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, '.theme');
      await page.keyboard.press('Enter');
      expect(await isAt(page, '.theme[aria-pressed=true]')).toBe(true);
      await page.keyboard.press('Space');
      expect(await isAt(page, '.theme[aria-pressed=false]')).toBe(true);
    }));

  test('the contents lead to a part of the page, and on from there', () =>
    site.withPage(guide, wide, async (page) => {
      await tabTo(page, 'aside.contents [href="#samples"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${guide}#samples`);
      await page.keyboard.press('Tab');
      expect(await isAt(page, '#samples *, #samples ~ *, #samples ~ * *')).toBe(true);
    }));

  test('the contents of a small screen are opened and used', () =>
    site.withPage(guide, small, async (page) => {
      await tabTo(page, 'details.contents summary');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await isAt(page, 'details.contents a')).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#/);
    }));

  test('the next page is opened, and the one before it', () =>
    site.withPage(guide, wide, async (page) => {
      await tabTo(page, '[rel=next]');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.href.includes(guide));
      await tabTo(page, '[rel=prev]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${guide}`);
    }));

  test('the nearest pages of an address that leads nowhere are reached', () =>
    site.withPage('js/reference/sso/conection/', wide, async (page) => {
      await page.locator('.nearest-pages a').first().waitFor();
      await tabTo(page, '.nearest-pages a');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}${connection}`);
    }));

  test('where a language has no form, one that has it is reached', () =>
    site.withPage('ruby/reference/session/authenticate/', wide, async (page) => {
      await tabTo(page, '.missing [href*="python"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site.url}python/reference/session/authenticate/`);
    }));
});

describe('tables', () => {
  test('rows are opened and closed', () =>
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

  test('all rows are opened and closed', () =>
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

  test('folded values are shown and folded', () =>
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
  ])('the link of %s is copied', (_what, path, link) =>
    site.withPage(path, clipboard, async (page) => {
      await tabTo(page, link);
      await page.keyboard.press('Enter');
      await page.locator('.hash[data-said]').waitFor();
      expect(await clipped(page)).toBe(page.url());
      expect(page.url()).toContain('#');
      // It is said to those who do not see it, too, each time; and the next stop is where the link leads.
      const said = page.getByRole('status').filter({ hasText: 'Link copied' });
      await said.waitFor({ state: 'attached' });
      await said.waitFor({ state: 'detached' });
      await page.keyboard.press('Tab');
      expect(await isAt(page, `:target ${link.split(' ')[1]}`)).toBe(true);
    }),
  );
});

describe('code', () => {
  test('another sample is chosen, and copied', () =>
    site.withPage(`${connection}list/`, clipboard, async (page) => {
      await tabTo(page, '.code-tabs input');
      await page.keyboard.press('ArrowRight');
      expect(await isAt(page, '.code-tabs > input:checked:nth-of-type(2)')).toBe(true);
      await tabTo(page, '.code-tabs .copy');
      await page.keyboard.press('Enter');
      await expect.poll(() => clipped(page)).toContain('"data": [');
      await page.keyboard.press('Shift+Tab');
      expect(await isAt(page, '.code *')).toBe(true);
    }));

  test('long lines are scrolled and wrapped', () =>
    site.withPage(`${connection}list/`, { viewport: { width: 320, height: 640 } }, async (page) => {
      await tabTo(page, '.code-wrap input');
      await page.keyboard.press('Space');
      expect(await isAt(page, ':checked')).toBe(true);
      await page.keyboard.press('Space');
      await tabTo(page, '.code :is(pre, .code-body)[tabindex]');
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => document.activeElement!.scrollLeft > 0);
    }));

  test('folded lines are shown and folded', () =>
    site.withPage(user, wide, async (page) => {
      await tabTo(page, '.code-rest summary');
      await page.keyboard.press('Enter');
      expect(await isShown(page, '.code-rest pre')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await isShown(page, '.code-rest pre')).toBe(false);
    }));

  test('another part of a text is chosen', () =>
    site.withPage('js/guides/body/', wide, async (page) => {
      await tabTo(page, '.tab-list input');
      const before = await page.locator('.tab-panel:visible').first().innerText();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.tab-panel:visible').first().innerText()).not.toBe(before);
    }));
});

describe('the search', () => {
  const input = '.search [role=combobox]';
  const isOver = (page: Page): Promise<unknown> => page.locator('.search').waitFor({ state: 'hidden' });

  test.each(['/', 'Control+k', 'Meta+k'])('%s opens it, and Esc gives the focus back to where it was', (key) =>
    site.withPage(connection, wide, async (page) => {
      await tabTo(page, 'main .hash');
      const before = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
      await page.keyboard.press(key);
      await comesTo(page, input);
      await page.keyboard.type('errors');
      await page.locator('.search [role=option]').first().waitFor();
      await page.keyboard.press('Escape');
      await isOver(page);
      expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(before);
    }),
  );

  test('its button opens it, and the close button gives the focus back', () =>
    site.withPage(connection, small, async (page) => {
      await tabTo(page, '.search-button');
      await page.keyboard.press('Enter');
      await comesTo(page, input);
      await page.locator('.search .is-ready').waitFor();
      await tabTo(page, '.search .close');
      await page.keyboard.press('Enter');
      await isOver(page);
      await comesTo(page, '.search-button');
    }));

  test('everything of it is reached, seen and marked', () =>
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

  test('its filters are set, and what is found then is opened', () =>
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
