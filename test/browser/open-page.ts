// A browser page that collects errors and unexpected requests.

import type { BrowserContext, Page } from 'playwright-core';

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
