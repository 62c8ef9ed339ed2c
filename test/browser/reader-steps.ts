// Steps of the tests of a reader's actions on the example: a page without scripts, and the 404 page's suggestions.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openPage, type OpenPage } from './open-page.ts';
import { serveExample, type ServedSite } from './open-site.ts';
import { closeContext, openContext } from './shared-browser.ts';

export interface ExampleSite {
  /** The address of the home page, with `/` at its end. */
  readonly url: string;
  open(context: BrowserContext): Promise<OpenPage>;
  /** The path of a page below the home page. */
  pathOf(page: Page): string;
}

/** Serves the example for the tests of a file. */
export function setUpExample(): ExampleSite {
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveExample('/docs/');
  }, 180_000);
  afterAll(() => site?.close());
  return {
    get url() {
      return site.url;
    },
    open: (context) => openPage(context, site.url),
    pathOf: (page) => page.url().slice(site.url.length),
  };
}

/**
 * Opens a page without JavaScript for the tests of a group, with the same window in each test. The tests share the
 * page: without scripts it keeps nothing.
 * @returns a function that gives the page
 */
export function setUpPlainPage({ open }: ExampleSite): () => OpenPage {
  let plain: OpenPage;
  beforeAll(async () => {
    plain = await open(await openContext({ javaScriptEnabled: false }));
  });
  beforeEach(() => plain.page.setViewportSize({ width: 1280, height: 720 }));
  afterAll(() => closeContext(plain.page.context()));
  return () => plain;
}

/** The addresses of the pages that the 404 page suggests. */
export function nearestPages(page: Page): Promise<readonly string[]> {
  return page.locator('.nearest-pages a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}

/** The addresses of the suggested page in other languages, by the name of the language. */
export function nearestLanguages(page: Page): Promise<Readonly<Record<string, string>>> {
  return page
    .locator('.nearest-languages a')
    .evaluateAll((links) =>
      Object.fromEntries(links.map((link) => [link.firstChild!.textContent!, (link as HTMLAnchorElement).href])),
    );
}
