// The example with its search in a page that tests share, and the parts of the search.

import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { serveExample, type ServedSite } from './open-site.ts';
import { openContext } from './shared-browser.ts';

const viewport = { width: 1280, height: 800 };

/** The path of a page from which the tests search. */
export const session = 'python/reference/session/';

export interface SearchPage {
  /** The page of the current test. */
  readonly page: Page;
  /** The address of the home page, with `/` at its end. */
  readonly url: string;
  /** Console messages, errors and failed requests of the current test, which must not happen. */
  readonly complaints: string[];
  /** The paths that the page has requested in the current test. */
  readonly requests: string[];
  /** Replaces the page by a new one in its own context. It takes time, so only tests that need it call it. */
  openNewPage(): Promise<Page>;
  /** Opens a page of the site, and its search. */
  openAt(path: string): Promise<void>;
  /** The path of the page below the home page. */
  pathOf(): string;
  dialog(): Locator;
  input(): Locator;
  options(): Locator;
  /** The option that is selected. */
  active(): Locator;
  /** The filters, once they have their options. */
  filters(): Locator;
  /** Waits until all results of the typed text are shown. */
  waitForResults(): Promise<void>;
  searchFor(text: string): Promise<void>;
}

/** Serves the example for the tests of a file. Each test begins with an empty storage. */
export function setUpSearchPage(): SearchPage {
  let site: ServedSite;
  let context: BrowserContext | undefined;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];

  async function openNewPage(): Promise<Page> {
    await context?.close();
    context = await openContext({ viewport, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => requests.push(request.url().slice(site.url.length)));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    return page;
  }

  beforeAll(async () => {
    site = await serveExample('/docs/');
  }, 180_000);
  afterAll(() => site?.close());
  beforeEach(async () => {
    complaints.length = 0;
    requests.length = 0;
    if (context === undefined) await openNewPage();
  });
  afterEach(async ({ task }) => {
    await page.unrouteAll();
    await page.setViewportSize(viewport);
    // Storage that a test has blocked cannot be cleared.
    const isCleared = await page
      .evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()))
      .then(
        () => true,
        () => false,
      );
    if (!isCleared || task.result?.state === 'fail') await openNewPage();
  });

  const dialog = (): Locator => page.locator('dialog.search');
  const input = (): Locator => dialog().locator('[role=combobox]');
  const waitForResults = (): Promise<void> =>
    dialog().locator('.results[aria-busy=false]').waitFor({ state: 'attached' });
  return {
    get page() {
      return page;
    },
    get url() {
      return site.url;
    },
    complaints,
    requests,
    openNewPage,
    openAt: async (path) => {
      await page.goto(site.url + path);
      await page.keyboard.press('/');
      await input().waitFor();
    },
    pathOf: () => page.url().slice(site.url.length),
    dialog,
    input,
    options: () => dialog().locator('[role=option]'),
    active: () => dialog().locator('[aria-selected=true]'),
    filters: () => dialog().locator('.filters.is-ready'),
    waitForResults,
    searchFor: async (text) => {
      await input().fill(text);
      await waitForResults();
    },
  };
}
