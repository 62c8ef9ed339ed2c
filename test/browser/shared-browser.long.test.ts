// A page or a browser that hangs is abandoned, and the work is repeated once. The message names the step and the page.

import { afterEach, expect, test, vi } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { findViolations } from './accessibility.ts';
import { retry } from '../../vitest.config.ts';
import { closeContext, inContext, openContext } from './shared-browser.ts';

const limits = { attempt: 4_000, answer: 2_000 };
const plain = 'data:text/html,<title>Plain</title>';
const endless = 'data:text/html,<title>Endless</title><script>setTimeout(() => { for (;;); }, 100)</script>';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => warn.mockClear());
const warnings = (): readonly string[] => warn.mock.calls.map(([message]) => String(message));

/** Opens an address and reads the title after the script of the page has begun. */
async function readTitle(context: BrowserContext, url: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(200);
  return page.evaluate(() => document.title);
}

test('a page whose script is endless is opened once again, and the repetition is printed', async () => {
  const urls = [endless, plain];
  expect(await inContext({}, (context) => readTitle(context, urls.shift()!), limits)).toBe('Plain');
  expect(warnings()).toEqual([
    `The browser hung for 4 s: page.evaluate, on ${endless}. The test is repeated once in a new context.`,
  ]);
});

test('a page that hangs twice fails, with its address and the step', async () => {
  await expect(inContext({}, (context) => readTitle(context, endless), limits)).rejects.toThrow(
    `The browser hung for 4 s: page.evaluate, on ${endless}.`,
  );
  expect(warnings().length).toBe(1);
});

test('other errors are not repeated', async () => {
  let times = 0;
  const work = async (): Promise<void> => {
    times += 1;
    throw new Error('no');
  };
  await expect(inContext({}, work, limits)).rejects.toThrow('no');
  expect([times, warnings()]).toEqual([1, []]);
});

test.skipIf(process.platform === 'win32')('a browser that does not answer is killed, and a new one runs', async () => {
  const processes: number[] = [];
  const work = async (context: BrowserContext): Promise<string> => {
    processes.push(await processOf(context));
    if (processes.length === 1) process.kill(processes[0]!, 'SIGSTOP');
    return readTitle(context, plain);
  };
  expect(await inContext({}, work, limits)).toBe('Plain');
  expect(processes[0]).not.toBe(processes[1]);
  expect(() => process.kill(processes[0]!, 0)).toThrow('ESRCH');
  expect(warnings()).toEqual([
    expect.stringContaining('closing a context. The browser is killed, and a new one is started.'),
    expect.stringContaining('browserContext.newPage, on no page. The test is repeated once in a new context.'),
  ]);
});

/** The id of the browser's process. */
async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.find(({ type }) => type === 'browser')!.id;
}

test('a test whose browser crashes fails with a message that Vitest repeats it for', async () => {
  const crash = async (context: BrowserContext): Promise<string> => {
    process.kill(await processOf(context), 'SIGKILL');
    return readTitle(context, plain);
  };
  await expect(inContext({}, crash, limits)).rejects.toThrow(retry.condition);
  expect(await inContext({}, (context) => readTitle(context, plain), limits)).toBe('Plain');
});

test('a browser that crashed between two tests, or could not be started, is started again', async () => {
  const context = await openContext();
  const gone = new Promise((done) => context.browser()!.once('disconnected', done));
  process.kill(await processOf(context), 'SIGKILL');
  await gone;
  vi.stubEnv('CHROME_PATH', '/nowhere');
  await expect(openContext()).rejects.toThrow('CHROME_PATH is /nowhere');
  vi.unstubAllEnvs();
  const next = await openContext();
  expect(await readTitle(next, plain)).toBe('Plain');
  await closeContext(next);
});

test('axe does not wait for an animation without an end', async () => {
  const spin = '<style>p { animation: spin 1s infinite } @keyframes spin { to { rotate: 1turn } }</style>';
  const find = async (page: Page): Promise<readonly string[]> => {
    await page.setContent(`<html lang="en"><title>Spins</title><main><h1>Spins</h1>${spin}<p>Text</p></main></html>`);
    return findViolations(page);
  };
  expect(await inContext({}, async (context) => find(await context.newPage()))).toEqual([]);
});
