// Pages of several generators → the processor time of the page's main thread from a click on a language's tab to the
// frame that shows that language. Unlike the time that passes, it hardly depends on what else the machine does.

import type { Browser, CDPSession, Page } from 'playwright-core';
import { languageIds } from '../language-forms.ts';
import { spreadOf, type Spread } from '../measure-switch.ts';
import type { SwitchPage } from './measure-peer-switch.ts';

/** An event of a trace, with times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** What follows a click until its frame is ready. */
const frameWork = new Set([
  'FireAnimationFrame',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);
/** The first switches fetch and compile what later ones have. */
const unmeasured = 8;
/** The second one has the event `Commit`, at the end of a frame. */
const categories = 'devtools.timeline,disabled-by-default-devtools.timeline';
/** Milliseconds of the trace after a click: on a busy machine, a frame may take long to begin. */
const frameTime = 400;

/**
 * Switches `count` times on each page, and measures all but the first ones; the pages take turns. The processor is not
 * slowed down. Returns milliseconds by the pages' names.
 * @throws Error if most clicks give no frame
 */
export async function measureSwitchWork(
  browser: Browser,
  pages: readonly SwitchPage[],
  count: number,
): Promise<ReadonlyMap<string, Spread>> {
  const times = new Map(pages.map(({ name }) => [name, [] as number[]]));
  const opened = new Map<SwitchPage, Page>();
  for (const page of pages) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const tab = await context.newPage();
    await tab.goto(page.address, { waitUntil: 'load' });
    opened.set(page, tab);
  }
  const session = await browser.newBrowserCDPSession();
  for (let i = 0; i < count; i++) {
    const language = languageIds[(i * 3 + 1) % languageIds.length]!;
    for (const [page, tab] of opened) {
      await tab.bringToFront();
      await tab.locator(page.tab(language)).first().hover();
      const events = await traceClick(session, tab);
      // The other languages are fetched while the browser is idle.
      await tab.waitForTimeout(frameTime);
      const work = i < unmeasured ? undefined : workOf(events);
      if (work !== undefined) times.get(page.name)!.push(work);
    }
  }
  for (const tab of opened.values()) await tab.context().close();
  for (const [name, own] of times) {
    // On a busy machine a frame may come too late.
    if (own.length < (count - unmeasured) / 2) throw new Error(`${name} shows no frames after clicks on its tabs.`);
  }
  return new Map([...times].map(([name, own]) => [name, spreadOf(own)]));
}

/** Clicks where the pointer is. Returns the events of the page from the press to some time after the click. */
async function traceClick(session: CDPSession, tab: Page): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }): void => {
    events.push(...(value as readonly TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  await tab.mouse.down();
  await tab.mouse.up();
  await tab.waitForTimeout(frameTime);
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await ended;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Milliseconds of the thread from the click to the end of the frame that follows it; undefined if there is no frame. */
function workOf(events: readonly TraceEvent[]): number | undefined {
  const click = events.find((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'click');
  const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === click?.pid && tid === click.tid);
  const commits = own.filter((event) => event.name === 'Commit' && click !== undefined && event.ts >= endOf(click));
  const commit = commits.sort((a, b) => a.ts - b.ts)[0];
  if (click === undefined || commit === undefined) return undefined;
  // A label's click is followed by one of its radio button, inside of the first one.
  const frame = own.filter(
    (event) => frameWork.has(event.name) && event.ts >= endOf(click) && event.ts <= endOf(commit),
  );
  return [click, ...frame].reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}
