// Pages of this site that a reader may open next. Each is fetched once, kept as text, and parsed before it is needed.

const texts = new Map<string, Promise<string>>();
const parsed = new Map<string, Document>();

/** Milliseconds until a fetch is given up. Then the browser navigates itself, and shows that the page is loading. */
const patience = 4000;

interface Device {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  readonly deviceMemory?: number;
}

/** Whether the reader asks for less data. If so, no page is fetched in advance. */
export function savesData(): boolean {
  return (navigator as Device).connection?.saveData === true;
}

/** Whether connection and memory allow to fetch and parse pages that a reader may never open. */
export function hasPlenty(): boolean {
  const { connection, deviceMemory = 8 } = navigator as Device;
  return !savesData() && (connection?.effectiveType ?? '4g') === '4g' && deviceMemory >= 2;
}

/** Fetches and parses a page in advance, so that `takePage` is fast. */
export function warmPage(url: URL): void {
  parse(url).catch(() => texts.delete(keyOf(url)));
}

/**
 * Fetches a page in advance and parses it, each while the browser is idle.
 * @throws as `takePage`
 */
export async function readyPage(url: URL): Promise<void> {
  const key = keyOf(url);
  if (parsed.has(key)) return;
  try {
    await idle();
    await textOf(key);
    await idle();
    await parse(url);
  } catch (error) {
    texts.delete(key);
    throw error;
  }
}

/**
 * Returns the document at an address. The caller may move nodes out of it.
 * @throws if it cannot be fetched, is redirected, or is not HTML
 */
export async function takePage(url: URL): Promise<Document> {
  try {
    const page = await parse(url);
    parsed.delete(keyOf(url));
    return page;
  } catch (error) {
    texts.delete(keyOf(url));
    throw error;
  }
}

async function parse(url: URL): Promise<Document> {
  const key = keyOf(url);
  const html = await textOf(key);
  const page = parsed.get(key) ?? new DOMParser().parseFromString(html, 'text/html');
  parsed.set(key, page);
  return page;
}

function textOf(key: string): Promise<string> {
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = fetchText(key)));
  return text;
}

/** Waits until the browser is idle. Safari does not tell: there, a pause. */
function idle(): Promise<unknown> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(done);
    else setTimeout(done, 50);
  });
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || response.redirected || !isPage) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

function keyOf({ origin, pathname, search }: URL): string {
  return origin + pathname + search;
}
