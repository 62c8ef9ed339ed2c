// The search in a real browser: its memory, its filters, its keys, unusual content, and hosts that fail.

import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { session, setUpSearchPage } from './search-page.ts';
import { closeContext, openContext } from './shared-browser.ts';

const search = setUpSearchPage();
const { complaints, requests, openAt, pathOf, dialog, input, options, active, filters, waitForResults, searchFor } =
  search;
let page: Page;
beforeEach(() => {
  ({ page } = search);
});

describe('before the search is used', () => {
  test('its button is shown, and no script that loads on demand is loaded', async () => {
    page = await search.openNewPage();
    await page.goto(search.url + session);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((path) => /search|show-page|open-branches/.test(path))).toEqual([]);
    expect(await page.locator('.search-button').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('without JavaScript, its button is hidden', async () => {
    const plain = await openContext({ javaScriptEnabled: false });
    const plainPage = await plain.newPage();
    await plainPage.goto(search.url + session);
    expect(await plainPage.locator('.search-button').isVisible()).toBe(false);
    await closeContext(plain);
  });
});

describe('the search with the keyboard', () => {
  test('closes with Esc also if text is typed, and returns the focus to the element before', async () => {
    await page.goto(search.url + session);
    const tab = page.locator('.tabs [data-language=go]');
    await tab.focus();
    await page.keyboard.press('/');
    await searchFor('errors');
    await page.keyboard.press('Escape');
    expect(await dialog().isVisible()).toBe(false);
    expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('/');
    expect(await input().inputValue()).toBe('errors');
    await dialog().getByLabel('opens the search').focus();
    await page.keyboard.press('Escape');
    expect(await dialog().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('stays open if Esc ends the composition of an input method or closes the list of a filter', async () => {
    await openAt(session);
    await searchFor('errors');
    const press = (init: Pick<KeyboardEventInit, 'isComposing' | 'keyCode'>): Promise<void> =>
      input().evaluate((field, given) => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...given }));
      }, init);
    await press({ isComposing: true });
    // Safari ends the composition before the event, which shows it only by its key code.
    await press({ keyCode: 229 });
    expect(await dialog().isVisible()).toBe(true);
    await filters().waitFor();
    const select = dialog().locator('select').first();
    await select.click();
    await page.keyboard.press('Escape');
    expect(await dialog().isVisible()).toBe(true);
    await select.focus();
    await page.keyboard.press('Escape');
    expect(await dialog().isVisible()).toBe(false);
  });

  test('moves through the options with arrows, in a circle, and marks the active one for screen readers', async () => {
    await openAt(session);
    await searchFor('session');
    const count = await options().count();
    expect(count).toBeGreaterThan(3);
    const activeId = (): Promise<string | null> => input().getAttribute('aria-activedescendant');
    const first = await activeId();
    expect(await active().getAttribute('id')).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await activeId()).toBe(
      await options()
        .nth(count - 1)
        .getAttribute('id'),
    );
    await page.keyboard.press('ArrowDown');
    expect(await activeId()).toBe(first);
    expect(await active().count()).toBe(1);
    expect(await dialog().locator('[role=status]').innerText()).toMatch(/^\d+ results$/);
    expect(await input().getAttribute('aria-expanded')).toBe('true');
  });

  test('does not open with the slash if that is turned off', async () => {
    page = await search.openNewPage();
    await openAt(session);
    await dialog().getByLabel('opens the search').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await dialog().isVisible()).toBe(false);
    await page.reload({ waitUntil: 'networkidle' });
    requests.length = 0;
    await page.keyboard.press('/');
    await page.waitForTimeout(200);
    expect(requests).toEqual([]);
    await page.keyboard.press('Control+k');
    await input().waitFor();
    expect(await dialog().getByLabel('opens the search').isChecked()).toBe(false);
  });

  test('does not open if a slash is typed into a field', async () => {
    page = await search.openNewPage();
    await page.goto(search.url + session);
    await page.evaluate(() => document.body.append(document.createElement('textarea')));
    await page.locator('textarea').focus();
    await page.keyboard.press('/');
    expect(await page.locator('textarea').inputValue()).toBe('/');
    expect(requests.filter((path) => /search/.test(path))).toEqual([]);
  });
});

describe('the results', () => {
  test('show all names after a click on “Show all”', async () => {
    await openAt(session);
    await searchFor('organization_id');
    const [, count] = /^Show all (\d+) names$/.exec(await dialog().locator('.more').innerText())!;
    const all = Number(count);
    const shown = await options().count();
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
    expect(await active().getAttribute('class')).toBe('more');
    await page.keyboard.press('Enter');
    await dialog().locator('.more').waitFor({ state: 'detached' });
    expect(await options().count()).toBe(shown - 7 + all);
    expect(await options().nth(6).getAttribute('aria-selected')).toBe('true');
  });

  test('show very many names in several steps, with their number', async () => {
    await page.route('**/_search/python.json', async (route) => {
      const file = (await (await route.fetch()).json()) as { names: string[] };
      file.names = file.names.map((_, i) => `zebra_${i}`);
      await route.fulfill({ json: file });
    });
    await openAt(session);
    await searchFor('zebra');
    const more = dialog().locator('.more');
    const names = dialog().locator('[role=group]', { hasText: 'Names' }).locator('a');
    const [, all] = /^Show 66 of (\d+) names$/.exec(await more.innerText())!;
    await more.click();
    await names.nth(65).waitFor();
    expect(await names.count()).toBe(66);
    while (await more.isVisible()) {
      const [, next] = /^Show (?:all )?(\d+)/.exec(await more.innerText())!;
      await more.click();
      await names.nth(Number(next) - 1).waitFor();
    }
    expect(await names.count()).toBe(Number(all));
  });

  test('keep neutral addresses on a page without a language', async () => {
    await openAt('reference/session/');
    await searchFor('getConnection');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#get_connection$/);
    expect(pathOf()).toBe('reference/sso/connection/get/#get_connection');
  });

  test('are in the language of the filter', async () => {
    await openAt(session);
    await filters().waitFor();
    expect(await dialog().locator('select').first().inputValue()).toBe('python');
    await input().fill('get connection');
    await dialog().locator('select').first().selectOption('go');
    await active().filter({ hasText: 'sso.GetConnection()' }).waitFor();
    await active().click();
    await page.waitForURL(/#get_connection$/);
    expect(pathOf()).toBe('go/reference/sso/connection/get/#get_connection');
  });

  test('are only in the section of the filter, with a button to search all sections', async () => {
    await openAt(session);
    await filters().waitFor();
    await dialog().locator('select').nth(1).selectOption({ label: 'Handbook' });
    await searchFor('exit codes');
    expect(await options().first().getAttribute('href')).toBe(`${search.url}python/guides/command/#exit-codes`);
    await searchFor('impersonator');
    expect(await options().count()).toBe(0);
    await dialog().getByRole('button', { name: 'Search all languages and sections' }).click();
    await active().filter({ hasText: 'impersonator' }).waitFor();
  });

  test('state that only another language has a name', async () => {
    await openAt(session);
    await searchFor('cancellationToken');
    expect(await active().innerText()).toContain('Only in .NET');
    expect(await active().getAttribute('href')).toContain('/docs/dotnet/');
  });

  test('are found on the 404 page too', async () => {
    await page.goto(`${search.url}no/such/page/`);
    complaints.length = 0;
    await page.keyboard.press('/');
    await searchFor('organization_id');
    expect(await active().getAttribute('href')).toContain(`${search.url}reference/`);
    expect(complaints).toEqual([]);
  });
});

describe('unusual content', () => {
  test('long names, names with tags and right-to-left text do not overflow their lines', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const long = `zebra${'VeryLong'.repeat(40)}`;
    await page.route('**/_search/python.json', async (route) => {
      const file = (await (await route.fetch()).json()) as { names: string[]; pages: [string, string][] };
      file.names[file.names.indexOf('organization_id')] = long;
      file.names[file.names.indexOf('created_at')] = '<b>zebra</b>';
      file.pages.forEach((row) => (row[1] = `${row[1]} ${'שלום עולם '.repeat(20)}`));
      await route.fulfill({ json: file });
    });
    await openAt(session);
    await searchFor('bzebra');
    expect(await active().innerText()).toContain('<b>zebra</b>');
    await searchFor('zebra');
    expect((await dialog().innerText()).replace(/\s/g, '')).toContain(long);
    const overhangs = await dialog().evaluate((element) =>
      [element, ...element.querySelectorAll('.body, .line, [role=option]')].map(
        (one) => one.scrollWidth - one.clientWidth,
      ),
    );
    expect(Math.max(...overhangs)).toBeLessThanOrEqual(1);
  });
});

describe('the memory of the search', () => {
  test('keeps searches whose results were opened, until they are cleared', async () => {
    await openAt(session);
    await searchFor('errors');
    await page.keyboard.press('Enter');
    await page.waitForURL(/errors/);
    await openAt(session);
    expect(await options().allInnerTexts()).toEqual(['errors']);
    await page.keyboard.press('Enter');
    await waitForResults();
    expect(await input().inputValue()).toBe('errors');
    await input().fill('');
    await dialog().getByRole('button', { name: 'Clear' }).click();
    expect(await options().count()).toBe(0);
  });

  test('is empty if storage is blocked, and the search still works', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await openAt(session);
    await searchFor('errors');
    await page.keyboard.press('Enter');
    await page.waitForURL(/errors/);
    expect(complaints).toEqual([]);
  });
});

describe('if the host cannot be reached', () => {
  test('the search reports it, and offers to try again', async () => {
    await page.route('**/_search/**', (route) => route.abort());
    await openAt(session);
    await input().fill('errors');
    await dialog().getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute('**/_search/**');
    await dialog().getByRole('button', { name: 'Try again' }).click();
    await active().filter({ hasText: 'Errors' }).waitFor();
  });

  test('the script is loaded again at the next use of the search', async () => {
    await page.route('**/_stele/search*', (route) => route.abort());
    await page.goto(search.url + session);
    await page.keyboard.press('/');
    await page.waitForTimeout(100);
    await page.unroute('**/_stele/search*');
    await page.click('.search-button');
    await input().waitFor();
  });
});
