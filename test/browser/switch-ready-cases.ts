// A switch of the language that is prepared, and changes only what differs.

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pressTab } from './open-page.ts';
import { connection, switchSteps } from './switch-steps.ts';

const languages = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];

type Watched = typeof globalThis & {
  parsings?: number;
  parsingsInFrame?: number | undefined;
  kept?: readonly Element[];
};

/**
 * Defines the tests of prepared switches.
 * @param site returns the example site’s address; called only inside tests
 */
export function describeReadySwitch(site: () => { readonly url: string }): void {
  const { inContext, open, isAt } = switchSteps(site);

  /** Collects the paths of the pages that scripts fetch. */
  const watchFetches = (page: Page): string[] => {
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'fetch') fetched.push(request.url().slice(site().url.length));
    });
    return fetched;
  };
  const pagesOf = (ids: readonly string[], route = connection): string[] => ids.map((id) => `${id}/${route}`).sort();

  /** Counts the pages that scripts parse: in all, and until the frame after the latest click. */
  const countParsings = (): void => {
    const keep = (): void => void ((globalThis as Watched).parsingsInFrame = (globalThis as Watched).parsings);
    addEventListener('click', () => requestAnimationFrame(keep));
    const parse = DOMParser.prototype.parseFromString;
    DOMParser.prototype.parseFromString = function (...args) {
      (globalThis as Watched).parsings = ((globalThis as Watched).parsings ?? 0) + 1;
      return parse.apply(this, args);
    };
  };
  const parsingsOf = (page: Page): Promise<number | undefined> => page.evaluate(() => (globalThis as Watched).parsings);

  describe('a prepared language switch', () => {
    test('fetches and parses the other languages after the first switch, once each, also on the next page', () =>
      inContext({}, async (context) => {
        const { page, complaints } = await open(context);
        const fetched = watchFetches(page);
        await page.addInitScript(countParsings);
        await page.goto(`${site().url}js/${connection}`);
        await page.waitForTimeout(300);
        expect(fetched).toEqual([]);
        await pressTab(page, 'go');
        await isAt(page, 'go');
        await expect.poll(() => [...fetched].sort()).toEqual(pagesOf(languages));
        await expect.poll(() => parsingsOf(page)).toBe(8);
        // A page that is ready is neither fetched nor parsed at the click. Afterwards the page that was left is parsed.
        await pressTab(page, 'ruby');
        await isAt(page, 'ruby');
        expect(await page.evaluate(() => (globalThis as Watched).parsingsInFrame)).toBe(8);
        await expect.poll(() => parsingsOf(page)).toBe(9);
        expect(fetched.length).toBe(8);
        await page.goto(`${site().url}ruby/${connection}list/`);
        const next = pagesOf(
          languages.filter((id) => id !== 'ruby'),
          `${connection}list/`,
        );
        await expect.poll(() => fetched.slice(8).sort()).toEqual(next);
        expect(complaints).toEqual([]);
      }));

    test.each([
      ['the reader saves data', { connection: { saveData: true } }],
      ['the connection is slow', { connection: { saveData: false, effectiveType: '3g' } }],
      ['the device has little memory', { deviceMemory: 1 }],
    ])('fetches only the page of the pressed tab if %s', (_, device) =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        const fetched = watchFetches(page);
        await page.addInitScript((facts) => {
          for (const [name, value] of Object.entries(facts)) Object.defineProperty(navigator, name, { value });
        }, device);
        await page.goto(`${site().url}js/${connection}`);
        await pressTab(page, 'go');
        await isAt(page, 'go');
        await page.mouse.move(700, 600);
        await page.waitForTimeout(500);
        expect(fetched).toEqual(pagesOf(['go']));
      }),
    );

    test('keeps equal elements, and makes the page equal to the page at the address', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        await page.goto(`${site().url}js/${connection}`);
        const count = await page.evaluate(() => {
          const row = '[id="connection.organization_id"]';
          const selectors = ['main', 'h1', row, `${row} .text`, '.page-foot', '.navigation a', '.code-panel'];
          const kept = selectors.map((selector) => document.querySelector(selector)!);
          (globalThis as Watched).kept = kept;
          return kept.filter((element) => element !== null).length;
        });
        expect(count).toBe(7);
        for (const language of ['ruby', 'curl', 'go']) {
          await pressTab(page, language);
          await isAt(page, language);
          expect(await page.evaluate(() => (globalThis as Watched).kept!.map((one) => one.isConnected))).toEqual(
            Array.from({ length: 7 }, () => true),
          );
          expect(await contentOf(page), language).toBe(await freshContentOf(page));
        }
        expect(await page.locator('[id="connection.organization_id"] .name').innerText()).toBe('OrganizationID');
      }));

    test('does not move the property in view, at any scroll position, also after later frames', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        await page.goto(`${site().url}js/${connection}`);
        for (let i = 0; i < 16; i++) {
          const language = languages[(i * 3) % languages.length]!;
          await page.evaluate((y) => scrollTo(0, y), 250 + ((i * 137) % 900));
          const before = await page.evaluate(() => {
            const edge = document.querySelector('.tabs')!.getBoundingClientRect().bottom;
            return [...document.querySelectorAll('.rows > li[id]')]
              .filter((row) => row.getClientRects().length > 0)
              .map((row) => ({ id: row.id, top: row.getBoundingClientRect().top }))
              .filter(({ top }) => top >= edge && top < innerHeight);
          });
          await pressTab(page, language);
          await isAt(page, language);
          await page.waitForTimeout(50);
          // A language may lack the first rows.
          const moved = await page.evaluate((rows) => {
            const held = rows.find(({ id }) => (document.getElementById(id)?.getClientRects().length ?? 0) > 0);
            return held && document.getElementById(held.id)!.getBoundingClientRect().top - held.top;
          }, before);
          expect(moved, `${language}, ${i}`).toBe(0);
        }
      }));

    test('leaves each button with one action', () =>
      inContext({}, async (context) => {
        const { page } = await open(context);
        await page.addInitScript(() => {
          const copies: string[] = [];
          Object.assign(globalThis, { copies });
          Object.defineProperty(navigator, 'clipboard', {
            value: { writeText: (text: string) => Promise.resolve(void copies.push(text)) },
          });
        });
        await page.goto(`${site().url}js/reference/directory-sync/directory-user/`);
        for (const language of ['go', 'java']) {
          await pressTab(page, language);
          await isAt(page, language);
        }
        await page.locator('.copy:visible').first().click();
        expect(await page.evaluate(() => (globalThis as { copies?: string[] }).copies!.length)).toBe(1);
        const openRows = page.locator('.rows > li > details[open]');
        const all = await page.locator('.rows > li > details').count();
        const before = await openRows.count();
        await page.locator('.fold-all').first().click();
        expect(await openRows.count()).toBe(before === all ? 0 : all);
      }));
  });
}

/** The content of the page, without what scripts and the reader set. */
function contentOf(page: Page): Promise<string> {
  return page.evaluate(cleanContent, undefined);
}

/** The same content of the page as it is served. */
async function freshContentOf(page: Page): Promise<string> {
  return page.evaluate(cleanContent, await (await page.request.get(page.url())).text());
}

/** Runs in the page. @param html a page; undefined for the shown one */
function cleanContent(html: string | undefined): string {
  const shown = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
  const main = shown.querySelector('main')!.cloneNode(true) as HTMLElement;
  main.removeAttribute('style');
  for (const button of main.querySelectorAll('.copy, .fold-all')) button.replaceChildren();
  for (const part of main.querySelectorAll('[hidden]')) part.removeAttribute('hidden');
  for (const part of main.querySelectorAll('[aria-live]')) part.removeAttribute('aria-live');
  for (const link of main.querySelectorAll('.contents [aria-current]')) link.removeAttribute('aria-current');
  return main.outerHTML;
}
