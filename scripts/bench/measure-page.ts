// A page on a static host → its cost for a reader: bytes by kind, requests, layout shifts, and long tasks of Stele's
// scripts. Measured in a browser slowed down four times, on a small and a wide screen.

import type { Browser, CDPSession, Page } from 'playwright-core';

/** Kinds of files. Fonts and the tab icon count as bytes, but not as requests. */
const kinds = ['Document', 'Stylesheet', 'Script', 'Font', 'Icon', 'Other'] as const;
export type FileKind = (typeof kinds)[number];

export interface PageMeasures {
  readonly path: string;
  /** Transferred bytes, including headers. */
  readonly bytes: Readonly<Record<FileKind, number>>;
  /** Number of requests before any interaction, without fonts and the icon. */
  readonly requests: number;
  /** Whether the page shows less content without JavaScript. */
  readonly needsScript: boolean;
  /** Cumulative layout shift while loading and scrolling to the end, on the worse screen. */
  readonly layoutShift: number;
  /**
   * Longest task with a script of the site, in milliseconds; 0 if none was longer than 50. On the worse screen, the
   * minimum over all loads, since other programs only make tasks longer.
   */
  readonly longTask: number;
}

/** Loads per screen. */
const loads = 3;

const screens = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Measures one page in new browser contexts, with empty caches. */
export async function measurePage(browser: Browser, root: string, path: string): Promise<PageMeasures> {
  const runs: Load[] = [];
  const longTasks: number[] = [];
  for (const viewport of screens) {
    const own: Load[] = [];
    for (let i = 0; i < loads; i++) {
      const context = await browser.newContext({ viewport });
      own.push(await measureLoad(await context.newPage(), root + path));
      await context.close();
    }
    longTasks.push(Math.min(...own.map(({ longTask }) => longTask)));
    runs.push(...own);
  }
  const withoutScript = await readText(browser, root + path);
  const [first] = runs;
  return {
    path,
    bytes: first!.bytes,
    requests: Math.max(...runs.map(({ requests }) => requests)),
    needsScript: withoutScript !== first!.text,
    layoutShift: Math.max(...runs.map(({ layoutShift }) => layoutShift)),
    longTask: Math.max(...longTasks),
  };
}

type Load = Pick<PageMeasures, 'bytes' | 'requests' | 'layoutShift' | 'longTask'> & { readonly text: string };

async function measureLoad(page: Page, url: string): Promise<Load> {
  const session = await page.context().newCDPSession(page);
  const traffic = await watchTraffic(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'networkidle' });
  const text = await page.evaluate(textOfMain);
  const { bytes, requests } = traffic();
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(done));
    }
  });
  await page.waitForTimeout(300);
  const found = await page.evaluate(() => (globalThis as unknown as { found: Found }).found);
  return { bytes, requests, text, layoutShift: found.shift, longTask: found.longest };
}

interface Found {
  shift: number;
  longest: number;
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const found: Found = { shift: 0, longest: 0 };
  (globalThis as unknown as { found: Found }).found = found;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) found.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      scripts: readonly { sourceURL: string; duration: number }[];
    })[]) {
      const own = entry.scripts.filter(({ sourceURL }) => sourceURL.startsWith(location.origin));
      for (const { duration } of own) if (duration >= 50) found.longest = Math.max(found.longest, duration);
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
}

/** Runs in the page: returns its readable text, without controls and the suggestions of the 404 page. */
function textOfMain(): string {
  const copy = document.querySelector('main')!.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('button, .nearest').forEach((element) => element.remove());
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function readText(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  const text = await page.evaluate(textOfMain);
  await context.close();
  return text;
}

/** Counts transferred bytes; the returned function gives the current counts. */
async function watchTraffic(session: CDPSession): Promise<() => Pick<Load, 'bytes' | 'requests'>> {
  const asked = new Map<string, FileKind>();
  const bytes = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<FileKind, number>;
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    asked.set(requestId, kindOf(type ?? 'Other', request.url));
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[asked.get(requestId) ?? 'Other'] += encodedDataLength;
  });
  const isCounted = (kind: FileKind): boolean => kind !== 'Font' && kind !== 'Icon';
  return () => ({ bytes: { ...bytes }, requests: [...asked.values()].filter(isCounted).length });
}

function kindOf(type: string, url: string): FileKind {
  if (/\/(?:favicon|apple-touch-icon)[^/]*$/.test(new URL(url).pathname)) return 'Icon';
  return kinds.find((kind) => kind === type) ?? 'Other';
}
