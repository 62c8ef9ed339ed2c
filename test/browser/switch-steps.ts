// Steps that the tests of the language switch share, on the served example site.

import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openPage, type OpenPage } from './open-page.ts';
import { inContext } from './shared-browser.ts';

export const connection = 'reference/sso/connection/';

/** @param site returns the example site’s address; called only inside tests */
export function switchSteps(site: () => { readonly url: string }) {
  return {
    pathOf: (page: Page): string => page.url().slice(site().url.length),
    /** A context with a wide window (see `inContext`). */
    inContext: (options: BrowserContextOptions, work: (context: BrowserContext) => Promise<void>): Promise<void> =>
      inContext({ viewport: { width: 1440, height: 900 }, ...options }, work),
    open: (context: BrowserContext): Promise<OpenPage> => openPage(context, site().url),
    /** Marks the document: a reload would remove the mark. */
    mark: (page: Page): Promise<void> =>
      page.evaluate(() => void ((globalThis as { isMarked?: boolean }).isMarked = true)),
    isMarked: (page: Page): Promise<boolean> =>
      page.evaluate(() => (globalThis as { isMarked?: boolean }).isMarked === true),
    /** Waits until the tab of a language is current, and the address is in that language. */
    isAt: (page: Page, language: string): Promise<unknown> =>
      page.waitForFunction(
        (id) =>
          document.querySelector('.tabs [aria-current]')?.getAttribute('data-language') === id &&
          location.pathname.includes(`/${id}/`),
        language,
      ),
  };
}
