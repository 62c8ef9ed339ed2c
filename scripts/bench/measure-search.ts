// A built site → the cost of its search for a reader: bytes from opening to results, and milliseconds from a key to
// results.

import type { Browser, CDPSession, Page, Request } from 'playwright-core';

/** Transferred bytes, without headers. */
export interface SearchBytes {
  readonly query: string;
  /** The dialog with its script and styles. */
  readonly dialog: number;
  /** All names of the site, which results on names need. */
  readonly names: number;
  /** Words, postings and excerpts for the text of the first results. */
  readonly text: number;
  readonly files: number;
}

export interface SearchTimes {
  /** Milliseconds from the key to the frame after results on names are in the list. */
  readonly first: readonly number[];
  /** The same to the frame after all results are there. */
  readonly whole: readonly number[];
  /** The same for a script that only inserts as many elements: the browser's own time. */
  readonly floor: readonly number[];
}

/** How a query is entered: at once, or key by key, so that each prefix is searched. */
export type Entry = 'pasted' | 'typed';

/** Milliseconds between two keys of a fast typist. */
const keyDelay = 120;

/** Loads a page with nothing in the browser's cache, opens the search and enters a query. */
export async function measureBytes(browser: Browser, url: string, query: string, entry: Entry): Promise<SearchBytes> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await openSearch(page);
  if (entry === 'pasted') await page.locator('.search [role=combobox]').fill(query);
  else await page.keyboard.type(query, { delay: keyDelay });
  await waitForResults(page);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(
    requests.map(
      async (request) => [new URL(request.url()).pathname, (await request.sizes()).responseBodySize] as const,
    ),
  );
  await context.close();
  const sum = (pattern: RegExp): number =>
    sizes.reduce((total, [path, size]) => total + (pattern.test(path) ? size : 0), 0);
  return {
    query,
    dialog: sum(/\/_stele\//),
    names: sum(/\/_search\/[^./]+\.json$/),
    text: sum(/\/_search\/[^./]+\.\w+\.json$/),
    files: sizes.length,
  };
}

/**
 * Types queries key by key into a search that is loaded already.
 * @param slowdown factor by which the browser slows the processor down
 */
export async function measureTimes(
  browser: Browser,
  url: string,
  queries: readonly string[],
  slowdown: number,
): Promise<SearchTimes> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await openSearch(page);
  for (const query of queries) {
    await page.locator('.search [role=combobox]').fill(query);
    await waitForResults(page);
  }
  await watchKeys(page);
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (const query of queries) {
    await page.locator('.search [role=combobox]').fill('');
    for (const key of query) {
      await page.keyboard.type(key);
      await page.waitForFunction(() => (globalThis as unknown as Watch).isDone());
    }
  }
  const times = await page.evaluate(() => (globalThis as unknown as Watch).times);
  const floor = await page.evaluate(measureFloor, times.first.length);
  await context.close();
  return { ...times, floor };
}

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('.search.open, .search[open]').waitFor();
}

async function waitForResults(page: Page): Promise<void> {
  await page.locator('.search .results[aria-busy=false]').waitFor({ state: 'attached' });
}

interface Watch {
  readonly times: { first: number[]; whole: number[] };
  isDone(): boolean;
}

/** Runs in the page: records the times of key presses, of changes of the list, and of changes of the status line. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('.search .results')!;
    const status = document.querySelector('.search .status')!;
    const times = { first: [] as number[], whole: [] as number[] };
    let since = 0;
    let isFirst = false;
    let isWhole = true;
    // The second callback runs after the frame of the first one has been drawn.
    const afterFrame = (note: (time: number) => void): void => {
      requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now())));
    };
    document.addEventListener(
      'input',
      () => {
        since = performance.now();
        isFirst = true;
        isWhole = false;
        status.textContent = '';
      },
      true,
    );
    new MutationObserver(() => {
      if (!isFirst) return;
      isFirst = false;
      const start = since;
      afterFrame((time) => times.first.push(time - start));
    }).observe(list, { childList: true });
    new MutationObserver(() => {
      if (isWhole || !/result/.test(status.textContent)) return;
      const start = since;
      afterFrame((time) => {
        times.whole.push(time - start);
        isWhole = true;
      });
    }).observe(status, { childList: true });
    Object.assign(globalThis, { times, isDone: () => isWhole });
  });
}

/** Milliseconds to replace the list's elements by a copy, until the frame after they are drawn. */
async function measureFloor(count: number): Promise<readonly number[]> {
  const list = document.querySelector('.search .results')!;
  const floor: number[] = [];
  for (let i = 0; i < count; i++) {
    const copies = [...list.children].map((child) => child.cloneNode(true));
    const start = performance.now();
    list.replaceChildren(...copies);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    floor.push(performance.now() - start);
  }
  return floor;
}
