// Pages of this site that a reader may want next: fetched once, kept as text, and taken apart before they are needed.

const texts = new Map<string, Promise<string>>();
const parsed = new Map<string, Document>();

/** Milliseconds after which a page is better asked for by the browser itself, which shows that it is loading. */
const patience = 4000;

/** Whether the reader asks for less data: then nothing is fetched ahead. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Fetches and parses a page, so that `takePage` has it at hand. */
export function warmPage(url: URL): void {
  parse(url).catch(() => texts.delete(keyOf(url)));
}

/**
 * The document at an address, for the caller to take nodes out of.
 * @throws where there is none, or it is no page that can stand in this one's place
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
