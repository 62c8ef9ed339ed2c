// Pages of this site that a reader may open next. Each is fetched once, kept as text, and parsed before it is needed.

const texts = new Map<string, Promise<string>>();
const parsed = new Map<string, Document>();

/** Milliseconds until a fetch is given up. Then the browser navigates itself, and shows that the page is loading. */
const patience = 4000;

/** Whether the reader asks for less data. If so, no page is fetched in advance. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Fetches and parses a page in advance, so that `takePage` is fast. */
export function warmPage(url: URL): void {
  parse(url).catch(() => texts.delete(keyOf(url)));
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
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = fetchText(key)));
  const html = await text;
  const page = parsed.get(key) ?? new DOMParser().parseFromString(html, 'text/html');
  parsed.set(key, page);
  return page;
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
