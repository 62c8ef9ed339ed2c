// A browser page that collects errors and unexpected requests.

import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { inContext } from './shared-browser.ts';

export interface OpenPage {
  readonly page: Page;
  /** Console messages, errors, responses with an error, and requests that fail or leave the site. */
  readonly complaints: string[];
}

/**
 * Opens a page.
 * @param site address that every request must begin with
 */
export async function openPage(context: BrowserContext, site: string): Promise<OpenPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page aborts its requests when it is left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) complaints.push(`another host: ${request.url()}`);
  });
  return { page, complaints };
}

/** Opens a page, lets `work` use it, and closes it. The page is as wide as that of a desktop unless a size is given. */
export type WithPage = (
  path: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
) => Promise<void>;

/**
 * Gives a function that opens pages of a site, and expects no complaints.
 * @param site gives the site, which a hook of the test file may serve later
 */
export function withPageOf(site: () => { readonly url: string }): WithPage {
  return (path, options, work) =>
    inContext({ viewport: { width: 1440, height: 900 }, ...options }, async (context) => {
      const { page, complaints } = await openPage(context, site().url);
      await page.goto(site().url + path);
      await work(page);
      expect(complaints).toEqual([]);
    });
}

/** The id of the language whose tab is marked as current. */
export function currentTab(page: Page): Promise<string | null> {
  return page.locator('.tabs [aria-current]').getAttribute('data-language');
}

/** Clicks a language tab without scrolling: `page.click` would scroll to the sticky tabs. */
export async function pressTab(page: Page, language: string): Promise<void> {
  const box = await page.locator(`.tabs [data-language=${language}]`).boundingBox();
  await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
}

/** The distance of an anchor's element from the top of the window. */
export function topOf(page: Page, anchor: string): Promise<number> {
  return page.evaluate((id) => document.getElementById(id)!.getBoundingClientRect().top, anchor);
}
