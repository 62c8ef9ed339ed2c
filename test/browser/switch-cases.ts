// Switching the language with JavaScript: in place, with what is being read held still; and by plain links as soon as
// anything is wrong.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { currentTab, openPage, pressTab, topOf, type OpenPage } from './open-page.ts';

const connection = 'reference/sso/connection/';

/** @param site gives the browser and the example site’s address, once they are there */
export function describeSwitch(site: () => { readonly browser: Browser; readonly url: string }): void {
  const pathOf = (page: Page): string => page.url().slice(site().url.length);
  const newContext = (options = {}): Promise<BrowserContext> =>
    site().browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const open = (context: BrowserContext): Promise<OpenPage> => openPage(context, site().url);
  /** Marks the document, so that a reload shows. */
  const mark = (page: Page): Promise<void> =>
    page.evaluate(() => void ((globalThis as { isMarked?: boolean }).isMarked = true));
  const isMarked = (page: Page): Promise<boolean> =>
    page.evaluate(() => (globalThis as { isMarked?: boolean }).isMarked === true);
  const isAt = (page: Page, language: string): Promise<unknown> =>
    page.waitForFunction((id) => document.querySelector('.tabs [aria-current]')?.getAttribute('data-language') === id, language);

  describe('the language switch', () => {
    test('swaps the page in place and moves the property in view by nothing', async () => {
      const context = await newContext();
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
      // What is for browsers without scripts has not come along.
      expect(await page.locator('.at-anchor').count()).toBe(0);
      // Links of the page now lead into this language's tree.
      await page.click('.navigation a:has-text("List connections")');
      expect(pathOf(page)).toBe(`curl/${connection}list/`);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('brings the head of the new page, and leaves alone what would have the browser style all of it again', async () => {
      const context = await newContext();
      const { page } = await open(context);
      const headOf = (): Promise<string[]> =>
        page.$$eval('head :is(title, meta, link[href*="//"]:not([rel*=icon]), [type="application/ld+json"])', (parts) =>
          parts.map((part) => part.outerHTML).sort(),
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
      await context.close();
    });

    test('takes no page apart that it shows, though the pointer rests on its tab', async () => {
      const context = await newContext();
      const { page } = await open(context);
      await page.addInitScript(() => {
        const parse = DOMParser.prototype.parseFromString;
        DOMParser.prototype.parseFromString = function (...args) {
          Object.assign(globalThis, { parsings: ((globalThis as { parsings?: number }).parsings ?? 0) + 1 });
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
      await context.close();
    });

    test('goes back and on, each time to where the page was left', async () => {
      const context = await newContext();
      const { page, complaints } = await open(context);
      await page.goto(`${site().url}js/${connection}`);
      await mark(page);
      await page.evaluate(() => scrollTo(0, 300));
      await pressTab(page, 'go');
      await isAt(page, 'go');
      // The page hears of its scroll with the next frame.
      await page.evaluate(async () => {
        scrollTo(0, 700);
        for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
      });
      const left = await page.evaluate(() => scrollY);
      await page.goBack();
      await isAt(page, 'js');
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
      await page.goForward();
      await isAt(page, 'go');
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
      expect(await isMarked(page)).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    });

    /** Scrolls, and waits until the page has taken note of it. */
    const moveTo = async (page: Page, y: number): Promise<void> => {
      await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), y);
      await page.waitForFunction((to) => (history.state as { y?: number } | null)?.y === to || history.state === null, y);
    };
    const scrollsTo = (page: Page, y: number): Promise<void> =>
      expect.poll(() => page.evaluate(() => scrollY)).toBe(y);
    /** A short window, in which pages can be scrolled far. */
    const low = { viewport: { width: 1440, height: 400 } };

    test('goes back over other pages and reloads to where each page was left', async () => {
      const context = await newContext(low);
      const { page } = await open(context);
      await page.goto(`${site().url}ruby/${connection}`);
      await moveTo(page, 700);
      await pressTab(page, 'go');
      await isAt(page, 'go');
      await moveTo(page, 400);
      await page.goto(`${site().url}go/reference/errors/`);
      await page.goBack();
      await isAt(page, 'go');
      await scrollsTo(page, 400);
      await page.reload();
      await moveTo(page, 200);
      await page.goBack();
      await isAt(page, 'ruby');
      await scrollsTo(page, 700);
      await page.goForward();
      await isAt(page, 'go');
      await scrollsTo(page, 200);
      await context.close();
    });

    test('goes back over anchors to where each was left', async () => {
      const context = await newContext(low);
      const { page } = await open(context);
      await page.goto(`${site().url}ruby/${connection}`);
      await moveTo(page, 300);
      await pressTab(page, 'go');
      await isAt(page, 'go');
      await page.evaluate(() => (location.hash = '#connection.updated_at'));
      await moveTo(page, 800);
      await pressTab(page, 'php');
      await isAt(page, 'php');
      await moveTo(page, 500);
      await page.goBack();
      await isAt(page, 'go');
      await scrollsTo(page, 800);
      await page.goBack();
      await expect.poll(() => pathOf(page)).toBe(`go/${connection}`);
      await page.goBack();
      await isAt(page, 'ruby');
      await scrollsTo(page, 300);
      await context.close();
    });

    test.each([1440, 390])('shows that a language lacks the page, however far it was scrolled (%i px)', async (width) => {
      const context = await newContext({ viewport: { width, height: 700 } });
      const { page } = await open(context);
      const path = 'reference/session/authenticate/#authenticate_session.returns.access_token';
      await page.goto(`${site().url}go/${path}`);
      await pressTab(page, 'ruby');
      await isAt(page, 'ruby');
      const box = await page.locator('.missing').boundingBox();
      expect(box!.y).toBeGreaterThan(0);
      expect(box!.y + box!.height).toBeLessThan(700);
      // From there on to a language that has it: to what the address names.
      await pressTab(page, 'python');
      await isAt(page, 'python');
      const top = await topOf(page, 'authenticate_session.returns.access_token');
      expect(top).toBeGreaterThan(40);
      // At the end of the page it cannot be brought further up.
      expect(top).toBeLessThan(400);
      await context.close();
    });

    test('keeps the anchor, and what the reader has opened', async () => {
      const context = await newContext();
      const { page } = await open(context);
      await page.goto(`${site().url}js/${connection}#connection.connection_type`);
      await page.click('[id="connection.connection_type"] .values summary');
      await pressTab(page, 'python');
      await isAt(page, 'python');
      expect(pathOf(page)).toBe(`python/${connection}#connection.connection_type`);
      expect(await page.locator('[id="connection.connection_type"] .values details').getAttribute('open')).toBe('');
      await context.close();
    });

    test('says so where the language lacks what the address names', async () => {
      const context = await newContext();
      const { page } = await open(context);
      await page.goto(`${site().url}curl/${connection}#connection.object`);
      await pressTab(page, 'ruby');
      await isAt(page, 'ruby');
      const line = page.locator('[id="connection.object"]');
      expect((await line.textContent())?.replaceAll(' edition', '')).toBe('object is not in Ruby. It is in cURL, Java, .NET.');
      expect(await line.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
      expect(await page.getByRole('status').textContent()).toContain('object is not in Ruby');
      // The line was about that anchor: it goes with it.
      await page.evaluate(() => (location.hash = '#connection.name'));
      await expect.poll(() => line.isVisible()).toBe(false);
      await context.close();
    });

    test('is remembered, and other open tabs follow with their next link', async () => {
      const context = await newContext();
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
      await context.close();
    });

    test('lets a choice made here stand before an older one made elsewhere', async () => {
      const context = await newContext();
      const { page } = await open(context);
      const { page: other } = await open(context);
      await page.goto(`${site().url}ruby/${connection}`);
      await other.goto(`${site().url}ruby/${connection}`);
      await pressTab(page, 'go');
      await isAt(page, 'go');
      await pressTab(other, 'python');
      await isAt(other, 'python');
      await other.click('.navigation a:has-text("List connections")');
      await other.waitForURL(`${site().url}python/${connection}list/`);
      await context.close();
    });

    test('is made by every link that names a language, and keeps the anchor there too', async () => {
      const context = await newContext();
      const { page } = await open(context);
      const route = 'reference/session/authenticate/';
      const anchor = '#authenticate_session.parameters.code';
      await page.goto(`${site().url}go/${route}${anchor}`);
      await pressTab(page, 'ruby');
      await isAt(page, 'ruby');
      await page.click('.missing a:has-text("Python")');
      await isAt(page, 'python');
      expect(pathOf(page)).toBe(`python/${route}${anchor}`);
      expect(await page.evaluate(() => localStorage.getItem('stele.language'))).toBe('python');
      await context.close();
    });

    test('fetches nothing ahead but where the pointer rests, and nothing at all where data is saved', async () => {
      const context = await newContext();
      const { page } = await open(context);
      const fetched: string[] = [];
      page.on('request', (request) => request.resourceType() === 'fetch' && fetched.push(request.url().slice(site().url.length)));
      await page.goto(`${site().url}js/${connection}`);
      expect(fetched).toEqual([]);
      await page.hover('.tabs [data-language=ruby]');
      await page.waitForTimeout(300);
      expect(fetched).toEqual([`ruby/${connection}`]);
      await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
      await page.reload();
      await page.hover('.tabs [data-language=go]');
      await page.waitForTimeout(300);
      expect(fetched).toEqual([`ruby/${connection}`]);
      await context.close();
    });
  });

  describe('a script that fails half-way', () => {
    test('leaves links that keep the anchor, also where the script does not come and storage is blocked', async () => {
      const context = await newContext();
      const { page } = await open(context);
      await page.route('**/_stele/main.*.js', (route) => route.abort());
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      });
      await page.goto(`${site().url}ruby/${connection}#connection.state`);
      await pressTab(page, 'go');
      await page.waitForURL(`${site().url}go/${connection}#connection.state`);
      await context.close();
    });

    const failures: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      'the file is cut off': (page) =>
        page.route('**/_stele/*.js', async (route) => {
          const answer = await route.fetch();
          const text = await answer.text();
          await route.fulfill({ response: answer, body: text.slice(0, text.length / 2) });
        }),
      'the page cannot be fetched': (page) =>
        page.route('**/ruby/**', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue())),
      'the answer is another page': (page) =>
        page.route('**/ruby/**', (route) =>
          route.request().resourceType() === 'fetch'
            ? route.fulfill({ contentType: 'text/html', body: '<p>A portal wants you to log in.' })
            : route.continue(),
        ),
      'the browser refuses a transition': (page) =>
        page.addInitScript(() => {
          document.startViewTransition = () => {
            throw new Error('no');
          };
        }),
      'replacing the page throws': (page) =>
        page.addInitScript(() => {
          Element.prototype.replaceWith = () => {
            throw new Error('no');
          };
        }),
      'history throws': (page) =>
        page.addInitScript(() => {
          history.pushState = () => {
            throw new Error('no');
          };
        }),
    };

    test.each(Object.keys(failures))('leaves plain links that work: %s', async (name) => {
      const context = await newContext();
      const { page } = await open(context);
      await failures[name]!(page);
      await page.goto(`${site().url}js/${connection}`);
      await pressTab(page, 'ruby');
      await page.waitForURL(`${site().url}ruby/${connection}`);
      await isAt(page, 'ruby');
      await page.waitForLoadState();
      expect(await page.locator('[id="connection.organization_id"] .name').innerText()).toBe('organization_id');
      await context.close();
    });
  });
}
