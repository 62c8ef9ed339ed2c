// One browser for all tests of a worker. The first test that needs it starts it; Playwright ends it with the worker.
// A page or a browser may hang: then the work gets a new context or a new browser, and is repeated once. A browser may
// crash: the next context starts a new one, and Vitest repeats the test (`retry` in vitest.config.ts).

import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';

/** A process that Chromium starts ahead for the next page of another site. Tests open one page at a time. */
const spareProcess = 'SpareRendererForSitePerProcess';

/** Limits of time in milliseconds. */
export interface Limits {
  /** For one attempt. Two attempts take less time than Vitest's limit of a test. */
  readonly attempt: number;
  /** For opening or closing a context. A browser that takes longer is killed. */
  readonly answer: number;
}

const usual: Limits = { attempt: 90_000, answer: 20_000 };

/** A page or browser that does not answer. The message names the step. */
export class BrowserHang extends Error {
  override readonly name = 'BrowserHang';
}

interface Running {
  readonly browser: Browser;
  /** The id of the browser's process. */
  readonly process: number;
}

let running: Promise<Running> | undefined;

/** Opens a context of the worker's browser. The test closes it with `closeContext`, or all with `closeContexts`. */
export async function openContext(
  options: BrowserContextOptions = {},
  { answer }: Limits = usual,
): Promise<BrowserContext> {
  if (await hasCrashed()) running = undefined;
  const { browser } = await start();
  try {
    return await within(answer, () => 'opening a context', browser.newContext(options));
  } catch (error) {
    if (!(error instanceof BrowserHang)) throw error;
    await killBrowser(error);
    return (await start()).browser.newContext(options);
  }
}

/** Closes a context. A browser that does not close it in time is killed. */
export async function closeContext(context: BrowserContext, { answer }: Limits = usual): Promise<void> {
  try {
    await within(answer, () => 'closing a context', context.close());
  } catch (error) {
    if (!(error instanceof BrowserHang)) throw error;
    await killBrowser(error);
  }
}

/** Closes all open contexts. Call it after the last test of a file. */
export async function closeContexts(): Promise<void> {
  for (const context of (await running)?.browser.contexts() ?? []) await closeContext(context);
}

/** The worker's browser. If it cannot be started, the next call tries again. */
async function start(): Promise<Running> {
  running ??= launch();
  try {
    return await running;
  } catch (error) {
    running = undefined;
    throw error;
  }
}

async function launch(): Promise<Running> {
  const browser = await launchBrowser([spareProcess]);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return { browser, process: processInfo.find(({ type }) => type === 'browser')!.id };
}

/** Whether the browser was started and has ended since. */
async function hasCrashed(): Promise<boolean> {
  return running !== undefined && !(await running).browser.isConnected();
}

/** Kills the browser. The next context starts a new one. */
async function killBrowser(reason: BrowserHang): Promise<void> {
  console.warn(`${reason.message} The browser is killed, and a new one is started.`);
  const killed = running;
  running = undefined;
  try {
    process.kill((await killed!).process, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/**
 * Waits for a promise.
 * @param step what is done, for the message
 * @throws BrowserHang if it does not settle in time
 */
export async function within<T>(milliseconds: number, step: () => string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new BrowserHang(`The browser hung for ${milliseconds / 1000} s: ${step()}.`)),
      milliseconds,
    );
  });
  // What an abandoned promise throws later concerns nobody.
  promise.catch(() => {});
  try {
    return await Promise.race([promise, hang]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens a context, lets `work` use it, and closes it. If the work hangs, its context is abandoned, and the work is
 * repeated once in a new one.
 * @throws BrowserHang with page and step if the work hangs twice, and all that `work` throws
 */
export async function inContext<T>(
  options: BrowserContextOptions,
  work: (context: BrowserContext) => Promise<T>,
  limits = usual,
): Promise<T> {
  try {
    return await attempt(options, work, limits);
  } catch (error) {
    if (!(error instanceof BrowserHang)) throw error;
    console.warn(`${error.message} The test is repeated once in a new context.`);
    return attempt(options, work, limits);
  }
}

async function attempt<T>(
  options: BrowserContextOptions,
  work: (context: BrowserContext) => Promise<T>,
  limits: Limits,
): Promise<T> {
  const steps = new Set<string>();
  const context = await openContext({ ...options, logger: loggerOf(steps) }, limits);
  const place = (): string => {
    const pages = context.pages().map((page) => page.url());
    return `${[...steps].at(-1) ?? 'between two steps'}, on ${pages.join(' and ') || 'no page'}`;
  };
  try {
    return await within(limits.attempt, place, work(context));
  } finally {
    await closeContext(context, limits);
  }
}

/** Keeps the calls of Playwright that have begun and not ended. */
function loggerOf(steps: Set<string>): NonNullable<BrowserContextOptions['logger']> {
  return {
    isEnabled: (name) => name === 'api',
    log: (_name, _severity, message) => {
      const [, call = '', state] = /^(?:=> |<= )(.+) (started|succeeded|failed)/.exec(String(message)) ?? [];
      if (state === 'started') steps.add(call);
      else steps.delete(call);
    },
  };
}
