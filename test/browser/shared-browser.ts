// One browser for all tests of a worker. The first test that needs it starts it; Playwright ends it with the worker.

import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';

/** A process that Chromium starts ahead for the next page of another site. Tests open one page at a time. */
const spareProcess = 'SpareRendererForSitePerProcess';

let browser: Promise<Browser> | undefined;

/** The worker's browser. Each test opens its own contexts in it and closes them, but never the browser. */
export function sharedBrowser(): Promise<Browser> {
  return (browser ??= launchBrowser([spareProcess]));
}

/** Closes all open contexts. Call it after the last test of a file. */
export async function closeContexts(): Promise<void> {
  for (const context of (await browser)?.contexts() ?? []) await context.close();
}
