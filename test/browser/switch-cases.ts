// Switching the language with JavaScript: in place, without moving the visible text. `switch.long.test.ts` tests the
// history, other pages and failures.

import { describe, expect, test } from 'vitest';
import { currentTab, pressTab, topOf } from './open-page.ts';
import { connection, switchSteps } from './switch-steps.ts';

/**
 * Defines the tests of the language switch.
 * @param site returns the example site’s address; called only inside tests
 */
export function describeSwitch(site: () => { readonly url: string }): void {
  const { pathOf, inContext, open, mark, isMarked, isAt } = switchSteps(site);

  describe('the language switch', () => {
    test('replaces the page in place and does not move the visible property', () =>
      inContext({}, async (context) => {
        const { page, complaints } = await open(context);
        await page.goto(site().url + connection);
        await mark(page);
        await page.evaluate(() => scrollTo(0, 620));
        const before = await topOf(page, 'connection.connection_type');
        const names: string[] = [];
        for (const language of ['ruby', 'go', 'java', 'dotnet', 'php', 'js', 'python', 'curl']) {
          await pressTab(page, language);
          await isAt(page, language);
          expect(pathOf(page)).toBe(`${language}/${connection}`);
          expect(await topOf(page, 'connection.connection_type'), language).toBe(before);
          names.push(await page.locator('[id="connection.connection_type"] .name').innerText());
          expect(await page.title()).toContain((await page.locator('.tabs [aria-current]').innerText()).split('\n')[0]);
          expect(await page.evaluate(() => document.activeElement?.getAttribute('data-language'))).toBe(language);
        }
        expect(names).toEqual(expect.arrayContaining(['connection_type', 'connectionType', 'ConnectionType']));
        expect(await isMarked(page)).toBe(true);
        expect(await page.getByRole('status').innerText()).toContain('cURL');
        // Links of the page now lead into this language's tree.
        await page.click('.navigation a:has-text("List connections")');
        expect(pathOf(page)).toBe(`curl/${connection}list/`);
        expect(complaints).toEqual([]);
      }));

    test('keeps the anchor and the opened values', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        await page.goto(`${site().url}js/${connection}#connection.connection_type`);
        await page.click('[id="connection.connection_type"] .values summary');
        await pressTab(page, 'python');
        await isAt(page, 'python');
        expect(pathOf(page)).toBe(`python/${connection}#connection.connection_type`);
        expect(await page.locator('[id="connection.connection_type"] .values details').getAttribute('open')).toBe('');
      }));

    test('shows a notice if the language lacks the target of the address', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        await page.goto(`${site().url}curl/${connection}#connection.object`);
        await pressTab(page, 'ruby');
        await isAt(page, 'ruby');
        const line = page.locator('[id="connection.object"]');
        expect((await line.textContent())?.replaceAll(' edition', '')).toBe(
          'object is not in Ruby. It is in cURL, Java, .NET.',
        );
        expect(await line.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
        expect(await page.getByRole('status').textContent()).toContain('object is not in Ruby');
        // The notice belongs to that anchor, and goes away with it.
        await page.evaluate(() => (location.hash = '#connection.name'));
        await expect.poll(() => line.isVisible()).toBe(false);
      }));
  });
}

/**
 * Defines further tests of the language switch: its head, its work and its memory.
 * @param site returns the example site’s address; called only inside tests
 */
export function describeSwitchDetails(site: () => { readonly url: string }): void {
  const { inContext, open, isAt } = switchSteps(site);

  describe('the language switch, further', () => {
    test('updates the head, and keeps the elements whose change would restyle the whole page', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        const headOf = (): Promise<string[]> =>
          page.$$eval(
            'head :is(title, meta, link[href*="//"]:not([rel*=icon]), [type="application/ld+json"])',
            (parts) => parts.map((part) => part.outerHTML).sort(),
          );
        const iconsOf = (): Promise<string[]> =>
          page.$$eval('[rel*=icon]', (links) => links.map((link) => (link as HTMLLinkElement).href));
        await page.goto(site().url + connection);
        const kept = await page.$$('head :is([name=color-scheme], [name=viewport], [rel=stylesheet], [rel*=icon])');
        expect(kept.length).toBeGreaterThan(4);
        await pressTab(page, 'go');
        await isAt(page, 'go');
        const swapped = [await headOf(), await iconsOf()];
        for (const part of kept) expect(await part.evaluate((node) => node.isConnected)).toBe(true);
        await page.goto(`${site().url}go/${connection}`);
        expect(swapped).toEqual([await headOf(), await iconsOf()]);
      }));

    test('does not parse the shown page again while the pointer is on its tab', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        await page.addInitScript(() => {
          const parse = DOMParser.prototype.parseFromString;
          DOMParser.prototype.parseFromString = function (...args) {
            const isGo = args[0].includes('data-tree="go"');
            const { parsings = 0 } = globalThis as { parsings?: number };
            Object.assign(globalThis, { parsings: parsings + (isGo ? 1 : 0) });
            return parse.apply(this, args);
          };
        });
        await page.goto(`${site().url}js/${connection}`);
        await pressTab(page, 'go');
        await isAt(page, 'go');
        await page.mouse.move(700, 600);
        await page.hover('.tabs [data-language=go]');
        await page.waitForTimeout(300);
        expect(await page.evaluate(() => (globalThis as { parsings?: number }).parsings)).toBe(1);
      }));

    test('is remembered, and other open tabs follow at their next link', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        const { page: other } = await open(context);
        await page.goto(`${site().url}js/${connection}`);
        await other.goto(`${site().url}python/${connection}`);
        await pressTab(page, 'go');
        await isAt(page, 'go');
        expect(await page.evaluate(() => localStorage.getItem('stele.language'))).toBe('go');
        expect(await currentTab(other)).toBe('python');
        await other.click('.navigation a:has-text("List connections")');
        await other.waitForURL(`${site().url}go/${connection}list/`);
      }));

    test('prefetches only the tab under the pointer, and nothing if the browser saves data', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        const fetched: string[] = [];
        page.on(
          'request',
          (request) => request.resourceType() === 'fetch' && fetched.push(request.url().slice(site().url.length)),
        );
        await page.goto(`${site().url}js/${connection}`);
        expect(fetched).toEqual([]);
        await page.hover('.tabs [data-language=ruby]');
        await expect.poll(() => fetched).toEqual([`ruby/${connection}`]);
        await page.waitForTimeout(300);
        expect(fetched).toEqual([`ruby/${connection}`]);
        await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
        await page.reload();
        await page.hover('.tabs [data-language=go]');
        await page.waitForTimeout(300);
        expect(fetched).toEqual([`ruby/${connection}`]);
      }));
  });
}
