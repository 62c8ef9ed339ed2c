// The search in a real browser, under the strictest policy, below a base path.

import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { session, setUpSearchPage } from './search-page.ts';

const search = setUpSearchPage();
const { complaints, openAt, pathOf, dialog, input, active, searchFor } = search;
let page: Page;
beforeEach(() => {
  ({ page } = search);
});

describe('the search with the keyboard', () => {
  test('finds a name in another language’s spelling, opens its anchor, and Back returns', async () => {
    await openAt(session);
    await page.keyboard.type('organizationId');
    await active().filter({ hasText: 'organization_id' }).waitFor();
    expect(await active().innerText()).toContain('You typed organizationId; in Python it is organization_id');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#/);
    expect(pathOf()).toMatch(/^python\/reference\/.+\/#\w+\.organization_id$/);
    await page.goBack();
    expect(pathOf()).toBe(session);
    expect(await dialog().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('opens and closes with Ctrl-K, closes with Esc, and returns the focus to the button', async () => {
    await page.goto(search.url + session);
    await page.keyboard.press('Control+k');
    await input().waitFor();
    expect(await input().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+k');
    await page.waitForFunction(() => document.activeElement?.matches('.search-button'));
    expect(await dialog().isVisible()).toBe(false);
    await page.keyboard.press('/');
    await input().waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.matches('.search-button'));
    expect(await dialog().isVisible()).toBe(false);
  });

  test('uses the new language after a switch', async () => {
    await page.goto(search.url + session);
    await page.click('.tabs [data-language=go]');
    await page.waitForURL(/\/go\//);
    await page.locator('.search-button').click();
    await searchFor('get_connection');
    expect(await active().innerText()).toContain('sso.GetConnection()');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#get_connection$/);
    expect(pathOf()).toBe('go/reference/sso/connection/get/#get_connection');
    expect(complaints).toEqual([]);
  });
});

describe('the results', () => {
  test('scroll to a result on the same page, and open the rows around it', async () => {
    await openAt(session);
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await searchFor('impersonator reason');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#session\.impersonator\.reason$/);
    const row = page.locator('[id="session.impersonator.reason"]');
    expect(await row.isVisible()).toBe(true);
    await page.waitForFunction(
      () => document.getElementById('session.impersonator.reason')!.getBoundingClientRect().top < innerHeight,
    );
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  });

  test('have excerpts with marked words, in which markup stays text', async () => {
    await openAt(session);
    await searchFor('<wbr> identity provider');
    expect((await dialog().locator('mark').allInnerTexts()).join(' ')).toMatch(/identity|provider/);
    expect(await dialog().locator('.results wbr').count()).toBe(0);
    await searchFor('<img src=x onerror=alert(1)>');
    expect(await dialog().locator('.results img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('suggest similar names if nothing is found', async () => {
    await openAt(session);
    await searchFor('qxqxqxqxqx');
    expect(await dialog().locator('.message').innerText()).toContain('Nothing found for “qxqxqxqxqx”.');
    await searchFor('impresonattro');
    expect(await dialog().innerText()).toContain('Names that are near');
    expect(await active().innerText()).toContain('impersonator');
  });
});
