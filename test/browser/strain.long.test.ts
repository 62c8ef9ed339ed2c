// A site with long, wide, deep and very many parts stays readable, with and without JavaScript.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { pressTab, topOf, withPageOf } from './open-page.ts';
import { serveSite, writeStrain, type ServedSite } from './open-site.ts';
import { facePath, longName, longType, manyRows } from './strain-site.ts';

let root: string;
let site: ServedSite;

beforeAll(async () => {
  root = temporaryFolder();
  writeStrain(root);
  site = await serveSite(root);
}, 180_000);

afterAll(async () => {
  await site?.close();
  if (root !== undefined) removeFolder(root);
});

const withPage = withPageOf(() => site);

const isInWindow = (page: Page, anchor: string): Promise<boolean> =>
  page.evaluate((id) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= 0 && box.top < innerHeight;
  }, anchor);

describe.each([1440, 1000, 390, 320])('at %i px', (width) => {
  test.each([true, false])(
    'nothing is wider than the window or cut off (JavaScript: %s)',
    async (javaScriptEnabled) => {
      for (const path of ['', 'js/reference/long/', 'ruby/reference/deep/', 'js/reference/many/']) {
        await withPage(path, { javaScriptEnabled, viewport: { width, height: 800 } }, async (page) => {
          const wide = await page.evaluate(() => {
            const scrolls = (element: Element | null): boolean =>
              element !== null &&
              (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
            const overhanging = [...document.querySelectorAll('body *')].filter(
              (element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element.parentElement),
            );
            const cut = [...document.querySelectorAll('.row-head, .text, .signature-code')].filter(
              (element) => element.scrollWidth > element.clientWidth + 1,
            );
            return [...overhanging, ...cut].map((element) => `${element.tagName}.${element.className}`);
          });
          expect(wide, path).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
        });
      }
    },
  );
});

test('long names and types are shown completely', () =>
  withPage('js/reference/long/', { viewport: { width: 390, height: 800 } }, async (page) => {
    expect(longName).toHaveLength(300);
    expect(longType).toHaveLength(500);
    expect(await page.locator('.name').allInnerTexts()).toContain(longName);
    expect(await page.locator('.type').allInnerTexts()).toContain(longType);
  }));

test('required items come first on a site with `requiredFirst`', () =>
  withPage('js/reference/long/', {}, async (page) => {
    const names = await page.locator('.rows > li .name').allInnerTexts();
    expect(names.at(-1)).toBe('last');
  }));

test('a right-to-left description is aligned to the right', () =>
  withPage('js/reference/long/', {}, async (page) => {
    const edges = await page.locator('[id="long.rtl"] p.text').evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const [box, words] = [paragraph.getBoundingClientRect(), range.getBoundingClientRect()];
      return { left: words.left - box.left, right: box.right - words.right };
    });
    expect(edges.right).toBeLessThan(2);
    expect(edges.left).toBeGreaterThan(20);
    // The markers of a list are on the side where its text begins.
    const list = page.locator('[id="long.rtl_list"] ul');
    expect(await list.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await list.evaluate((element) => parseFloat(getComputedStyle(element).paddingRight))).toBeGreaterThan(10);
  }));

test(`a switch of the language on a page of ${manyRows} properties keeps the visible row in place`, () =>
  withPage('js/reference/many/', {}, async (page) => {
    await page.evaluate(() => document.getElementById('many.property_1234')!.scrollIntoView({ block: 'center' }));
    const before = await topOf(page, 'many.property_1234');
    await pressTab(page, 'ruby');
    await page.waitForURL(`${site.url}ruby/reference/many/`);
    await page.waitForFunction(() => document.querySelector('.tabs [aria-current]')?.textContent?.startsWith('Ruby'));
    expect(await topOf(page, 'many.property_1234')).toBe(before);
    expect(await page.locator('.rows > li').count()).toBe(manyRows);
  }));

describe.each([true, false])('an anchor (JavaScript: %s)', (javaScriptEnabled) => {
  const isShown = javaScriptEnabled
    ? isInWindow
    : async (page: Page, id: string) => page.locator(`[id="${id}"]`).isVisible();

  test('inside closed rows opens them', () =>
    withPage('js/reference/deep/#deep.one.two.three.four.five', { javaScriptEnabled }, async (page) => {
      expect(await isShown(page, 'deep.one.two.three.four.five')).toBe(true);
    }));

  test('that a language lacks leads to a line that names the other languages', () =>
    withPage('ruby/reference/deep/#deep.only_here', { javaScriptEnabled }, async (page) => {
      expect(await isShown(page, 'deep.only_here')).toBe(true);
      expect(await page.locator('[id="deep.only_here"]').innerText()).toMatch(
        /^only_here is not in Ruby\. It is in JavaScript\b/,
      );
      await page.click('[id="deep.only_here"] a');
      await page.waitForURL(`${site.url}js/reference/deep/#deep.only_here`);
      expect(await page.locator('[id="deep.only_here"] .name').isVisible()).toBe(true);
    }));
});

test('an anchor that no language has leads to the nearest field above it', () =>
  withPage('ruby/reference/deep/#deep.flat.renamed.away', {}, async (page) => {
    expect(await isInWindow(page, 'deep.flat')).toBe(true);
  }));

test('the button that opens all rows is remembered, and the next page does not shift', () =>
  withPage('js/reference/deep/', {}, async (page) => {
    await page.click('.fold-all');
    expect(await page.locator('[id="deep.one.two.three.four.five"]').isVisible()).toBe(true);
    expect(await page.locator('.fold-all').innerText()).toBe('Collapse all');
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // Delays the script until long after the first paint.
    await page.route('**/_stele/main.*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.goto(`${site.url}ruby/reference/deep/`);
    await page.locator('.fold-all').waitFor();
    expect(await page.locator('[id="deep.one.two.three.four.five"]').isVisible()).toBe(true);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
    await page.click('.fold-all');
    await page.goto(`${site.url}js/reference/deep/`);
    expect(await page.locator('[id="deep.one.two"]').isVisible()).toBe(false);
  }));

test('the theme is switched and remembered, and the next page has it at once', () =>
  withPage('js/reference/deep/', { colorScheme: 'light' }, async (page) => {
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.click('.theme');
    expect(await background()).toBe('rgb(15, 16, 19)');
    await page.goto(`${site.url}js/reference/long/`);
    expect(await background()).toBe('rgb(15, 16, 19)');
    expect(await page.locator('.theme').getAttribute('aria-pressed')).toBe('true');
    await page.click('.theme');
    expect(await page.evaluate(() => localStorage.getItem('stele.theme'))).toBe(null);
  }));

test('the link of a property is copied with its whole address', () =>
  withPage('js/reference/deep/', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.hover('[id="deep.flat"]');
    await page.click('[id="deep.flat"] .hash');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}js/reference/deep/#deep.flat`);
    expect(page.url()).toBe(`${site.url}js/reference/deep/#deep.flat`);
  }));

test('print shows all rows open, and the addresses of links', () =>
  withPage('js/reference/deep/', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[id="deep.one.two.three.four.five"]').isVisible()).toBe(true);
    // The language of the names.
    expect(await page.locator('.tabs a:visible').allInnerTexts()).toEqual([expect.stringContaining('JavaScript')]);
    for (const hidden of ['.navigation', '.fold-all', '.theme']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    const after = await page
      .locator('[id="deep.flat"] .text a')
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(after).toContain('https://example.com/page');
  }));

test('files of a site replace components, also if they wrap the original', () =>
  withPage('js/reference/deep/', {}, async (page) => {
    expect(await page.locator('.signature-code').innerText()).toBe('Ours: deep');
    expect(await page.locator('.own-part').innerText()).toBe('Ours, too');
    expect(await page.locator('.previous-next a').count()).toBeGreaterThan(0);
  }));

test('every page loads the fonts of the site, and prefers them to those of the system', () =>
  withPage('js/reference/deep/', {}, async (page) => {
    const address = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=preload]')!.href);
    expect(address).toBe(`${site.url}_content/${facePath}`);
    const [text, code] = await page.evaluate(() =>
      ['body', '.name'].map((name) => getComputedStyle(document.querySelector(name)!).fontFamily),
    );
    expect(text).toMatch(/^"Nowhere Sans", system-ui/);
    expect(code).toMatch(/^"Nowhere Mono", ui-monospace/);
  }));

test('a header with many sections leaves enough room for the search', async () => {
  for (const width of [761, 1100, 1440]) {
    await withPage('js/reference/deep/', { viewport: { width, height: 600 } }, async (page) => {
      await page.evaluate(() => {
        const sections = document.querySelector('.sections')!;
        for (let i = 0; i < 20; i++) sections.append(sections.lastElementChild!.cloneNode(true));
      });
      const places = await page.$$eval('.sections, .search-button, .theme', (parts) =>
        parts.map((part) => part.getBoundingClientRect()).map(({ left, right }) => [left, right] as const),
      );
      const [sections, search, theme] = places as [
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
      ];
      expect(search[1] - search[0]).toBeGreaterThan(140);
      expect(search[0]).toBeGreaterThan(sections[1]);
      expect(theme[0]).toBeGreaterThanOrEqual(search[1]);
      expect(theme[1]).toBeLessThan(width);
    });
  }
});

test('a code block in a list does not have the background of inline code', () =>
  withPage('js/reference/deep/', {}, async (page) => {
    const code = page.locator('.prose li pre code').first();
    expect(await code.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  }));

test('the background of a nested target row does not cover its neighbours', () =>
  withPage('js/reference/deep/#deep.one.two', { reducedMotion: 'reduce' }, async (page) => {
    const shadow = await page.locator('[id="deep.one.two"]').evaluate((row) => getComputedStyle(row).boxShadow);
    // Colour, then horizontal offset, vertical offset, blur and spread.
    expect(shadow.match(/-?\d+px -?\d+px \d+px \d+px/g)).toEqual(['-8px 0px 0px 0px', '8px 0px 0px 0px']);
  }));

test('a page of many rows has less than 600 bytes per row', () => {
  const size = readFileSync(join(site.folder, 'js/reference/many/index.html')).length / manyRows;
  expect(size).toBeLessThan(600);
});
