// One browser for all tests of a worker, started by the first that needs it. It ends with the worker, as Playwright
// sees to.

import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';

let browser: Promise<Browser> | undefined;

/** The worker's browser. Tests open contexts of their own in it and close them; they do not close the browser. */
export function sharedBrowser(): Promise<Browser> {
  return (browser ??= launchBrowser());
}

/** Closes every context that tests have left open: call when a file's tests are done. */
export async function closeContexts(): Promise<void> {
  for (const context of (await browser)?.contexts() ?? []) await context.close();
}
