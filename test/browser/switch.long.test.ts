// Switching the language with JavaScript: through the history, to pages that a language lacks, by every link to a
// language, and by plain links if anything fails.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveExample, type ServedSite } from './open-site.ts';
import { pressTab, topOf } from './open-page.ts';
import { connection, switchSteps } from './switch-steps.ts';

let served: ServedSite;

beforeAll(async () => {
  served = await serveExample('/docs/');
});
afterAll(async () => {
  await served?.close();
});

const site = (): ServedSite => served;
const { pathOf, inContext, open, mark, isMarked, isAt } = switchSteps(site);

describe('the language switch', () => {
  test('goes back and forward to the last scroll position of each page', () =>
    inContext({}, async (context) => {
      const { page, complaints } = await open(context);
      await page.goto(`${site().url}js/${connection}`);
      await mark(page);
      await page.evaluate(() => scrollTo(0, 300));
      await pressTab(page, 'go');
      await isAt(page, 'go');
      // The page gets its scroll event in the next frame.
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
    }));

  /** Scrolls, and waits until the page has saved its position. */
  const moveTo = async (page: Page, y: number): Promise<void> => {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), y);
    await page.waitForFunction((to) => (history.state as { y?: number } | null)?.y === to || history.state === null, y);
  };
  const scrollsTo = (page: Page, y: number): Promise<void> => expect.poll(() => page.evaluate(() => scrollY)).toBe(y);
  /** A low window, in which pages scroll far. */
  const low = { viewport: { width: 1440, height: 400 } };

  test('goes back past other pages and reloads to the last scroll position of each page', () =>
    inContext(low, async (context) => {
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
    }));

  test('goes back past anchors to the last scroll position of each', () =>
    inContext(low, async (context) => {
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
    }));

  test.each([1440, 390])(
    'shows the notice that a language lacks the page, also from far down the page (%i px)',
    (width) =>
      inContext({ viewport: { width, height: 700 } }, async (context) => {
        const { page } = await open(context);
        const path = 'reference/session/authenticate/#authenticate_session.returns.access_token';
        await page.goto(`${site().url}go/${path}`);
        await pressTab(page, 'ruby');
        await isAt(page, 'ruby');
        const box = await page.locator('.missing').boundingBox();
        expect(box!.y).toBeGreaterThan(0);
        expect(box!.y + box!.height).toBeLessThan(700);
        // A switch to a language that has the page leads to the target of the address.
        await pressTab(page, 'python');
        await isAt(page, 'python');
        const top = await topOf(page, 'authenticate_session.returns.access_token');
        expect(top).toBeGreaterThan(40);
        // The target is near the end of the page, so it cannot be at the top of the window.
        expect(top).toBeLessThan(400);
      }),
  );

  test('prefers the choice in this tab to an older choice in another tab', () =>
    inContext({}, async (context) => {
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
    }));

  test('happens with every link to a language, and keeps the anchor', () =>
    inContext({}, async (context) => {
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
    }));
});

describe('a failure of the language switch', () => {
  test('leaves links that keep the anchor if the script cannot be loaded and storage is blocked', () =>
    inContext({}, async (context) => {
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
    }));

  const failures: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'scripts are cut off': (page) =>
      page.route('**/_stele/*.js', async (route) => {
        const answer = await route.fetch();
        const text = await answer.text();
        await route.fulfill({ response: answer, body: text.slice(0, text.length / 2) });
      }),
    'the script that shows pages cannot be loaded': (page) =>
      page.route('**/_stele/show-page.*.js', (route) => route.abort()),
    'the page cannot be fetched': (page) =>
      page.route('**/ruby/**', (route) =>
        route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
      ),
    'the response is another page': (page) =>
      page.route('**/ruby/**', (route) =>
        route.request().resourceType() === 'fetch'
          ? route.fulfill({ contentType: 'text/html', body: '<p>A portal wants you to log in.' })
          : route.continue(),
      ),
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

  test.each(Object.keys(failures))('leaves plain links that work if %s', (name) =>
    inContext({}, async (context) => {
      const { page } = await open(context);
      await failures[name]!(page);
      await page.goto(`${site().url}js/${connection}`);
      await pressTab(page, 'ruby');
      await page.waitForURL(`${site().url}ruby/${connection}`);
      await isAt(page, 'ruby');
      await page.waitForLoadState();
      expect(await page.locator('[id="connection.organization_id"] .name').innerText()).toBe('organization_id');
    }),
  );
});
