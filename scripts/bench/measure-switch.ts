// A served site → the time of a language switch from the press to the painted tables, the movement of the property in
// view, and the time that the same browser needs, in the same run, to paint a static copy of the pages from memory.

import type { Browser, Page } from 'playwright-core';

export interface SwitchMeasures {
  readonly switches: number;
  /** Milliseconds from the press to the end of the frame that shows the new tables; median and 95th percentile. */
  readonly switching: Spread;
  /**
   * Milliseconds to paint a copy of the target page: markup and styles from memory, without scripts, into an empty
   * page.
   */
  readonly painting: Spread;
  /** Maximum movement in pixels of the property at the top of the view. */
  readonly mostMoved: number;
}

export interface Spread {
  readonly median: number;
  readonly high: number;
}

export interface SwitchOptions {
  /** Route of a page with tables, with `/` at its end. */
  readonly route: string;
  readonly switches?: number;
}

/** Factor by which the processor is slowed down. */
const slowdown = 4;
/** Milliseconds that the pointer is on a tab before the press. */
const restTime = 150;
const viewport = { width: 1440, height: 900 };

/** @param root address of the served site, with `/` at its end */
export async function measureSwitch(
  browser: Browser,
  root: string,
  { route, switches = 200 }: SwitchOptions,
): Promise<SwitchMeasures> {
  const page = await openSlowed(browser);
  const paper = await openSlowed(browser);
  await page.addInitScript(watchSwitches);
  await page.goto(root + route);
  const languages = await page.$$eval('.tabs a', (tabs) =>
    tabs.map((tab) => (tab as HTMLElement).dataset['language']!),
  );
  const copies = await Promise.all(languages.map((language) => copyPage(page, `${root}${language}/${route}`)));
  const [switching, painting, moved]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < switches; i++) {
    const target = (i * 3 + 1) % languages.length;
    // Scrolls to another place among the tables each time.
    await page.evaluate((y) => scrollTo(0, y), 250 + ((i * 137) % 600));
    const before = await page.evaluate(rowsInView);
    switching.push(await pressTab(page, languages[target]!));
    moved.push(await page.evaluate(measureMove, before));
    painting.push(await paper.evaluate(paintCopy, copies[target]!));
  }
  await page.context().close();
  await paper.context().close();
  return { switches, switching: spreadOf(switching), painting: spreadOf(painting), mostMoved: Math.max(...moved) };
}

/** Opens a page of its own whose processor is slowed down. */
export async function openSlowed(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

async function pressTab(page: Page, language: string): Promise<number> {
  const box = await page.locator(`.tabs [data-language=${language}]`).boundingBox();
  await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
  await page.waitForTimeout(restTime);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForFunction(() => (globalThis as Watched).switchTime !== undefined);
  const time = await page.evaluate(() => {
    const { switchTime } = globalThis as Watched;
    delete (globalThis as Watched).switchTime;
    return switchTime!;
  });
  // Waits for the end of the fade, so that each press is measured alone.
  await page.waitForTimeout(250);
  return time;
}

type Watched = typeof globalThis & { switchTime?: number };

/**
 * Runs in the page: measures each switch, from the time stamp of the press to a task after the frame with the new
 * tables.
 */
function watchSwitches(): void {
  let pressed = 0;
  addEventListener('click', (event) => (pressed = event.timeStamp), true);
  addEventListener('DOMContentLoaded', () => {
    const observer = new MutationObserver((records) => {
      if (!records.some(({ target }) => (target as Element).matches('.tabs [aria-current]'))) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => ((globalThis as Watched).switchTime = performance.now() - pressed));
        port1.start();
        port2.postMessage(undefined);
      });
    });
    observer.observe(document.body, { attributeFilter: ['aria-current'], subtree: true });
  });
}

/** Runs in the page: returns the rows from the top of the view down, with their positions. */
function rowsInView(): readonly (readonly [string, number])[] {
  const top = document.querySelector('.tabs')!.getBoundingClientRect().bottom;
  return [...document.querySelectorAll('.rows > li[id]')]
    .map((row) => [row.id, row.getBoundingClientRect().top] as const)
    .filter(([, y]) => y >= top && y < innerHeight);
}

/** Runs in the page: returns the movement of the first row that still exists. */
function measureMove(before: readonly (readonly [string, number])[]): number {
  for (const [id, y] of before) {
    const row = document.getElementById(id);
    if (row !== null && row.getClientRects().length > 0) return Math.abs(row.getBoundingClientRect().top - y);
  }
  return 0;
}

/** A page's markup with its stylesheet inlined and without scripts. */
async function copyPage(page: Page, url: string): Promise<string> {
  const html = await (await page.request.get(url)).text();
  const styles = await page.evaluate(async () => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
    return (await Promise.all(sheets.map(async ({ href }) => (await fetch(href)).text()))).join('\n');
  });
  return html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link\b[^>]*>/g, '')
    .replace('</head>', () => `<style>${styles}</style></head>`);
}

/** Runs in an empty page: writes a document and waits for the frame that shows it. */
function paintCopy(html: string): Promise<number> {
  const start = performance.now();
  document.open();
  document.write(html);
  document.close();
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done(performance.now() - start));
      port1.start();
      port2.postMessage(undefined);
    });
  });
}

/** Median and 95th percentile. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { median: at(0.5), high: at(0.95) };
}
