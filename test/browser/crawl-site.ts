// Visits pages of a built site in a browser, as a host serves them or from disk, and collects everything that is broken.

import type { BrowserContext } from 'playwright-core';

/** What a crawl has found. */
export interface Crawl {
  /** Addresses of the visited pages. */
  readonly pages: ReadonlySet<string>;
  /** Broken links and anchors, failed requests, requests outside of the site, errors of scripts. */
  readonly faults: readonly string[];
  /** Number of links that were followed or compared with the anchors of their page. */
  readonly links: number;
}

/** A visited page. */
interface Visit {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/**
 * Visits a page and all pages of the site that its links lead to.
 * @param site address that every request begins with
 * @param starts addresses of the first pages
 * @param isFollowed whether a page is visited; links to others are not judged
 */
export async function crawlSite(
  context: BrowserContext,
  site: string,
  starts: readonly string[],
  isFollowed: (path: string) => boolean,
): Promise<Crawl> {
  const faults: string[] = [];
  const visits = new Map<string, Visit>();
  const waiting = [...starts];
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) faults.push(`${page.url()}: asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Browsers load no module and no preloaded font from disk: the page works without them.
    const isRefused = request.url().startsWith('file:') && /\.(?:js|woff2)$/.test(request.url());
    if (!isRefused && request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (visits.has(address)) continue;
    const response = await page.goto(address, { waitUntil: 'load' }).catch((error: Error) => {
      faults.push(`${address}: ${error.message.split('\n')[0]}`);
    });
    const isFound = response && (address.startsWith('file:') || response.status() < 400);
    if (response && !isFound) faults.push(`${response.status()}: ${address}`);
    const visit = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    }));
    // A list of a folder's files, which the browser makes, is no page.
    const isText = /\.(?:txt|md|json)$/.test(address);
    if (isFound && !isText && !visit.ids.includes('-main')) faults.push(`no page of the site: ${address}`);
    visits.set(address, { ids: new Set(visit.ids), links: visit.links });
    const inside = visit.links.filter((link) => link.startsWith(site)).map((link) => link.split('#')[0]!);
    waiting.push(...new Set(inside.filter((link) => isFollowed(link.slice(site.length)) && !visits.has(link))));
  }
  await page.close();
  let links = 0;
  for (const [address, visit] of visits) {
    for (const link of visit.links) {
      const [target, anchor] = link.split('#') as [string, string | undefined];
      const found = visits.get(target);
      if (found === undefined) continue;
      links += 1;
      if (anchor && !found.ids.has(decodeURIComponent(anchor))) faults.push(`${address}: no anchor ${link}`);
    }
  }
  return { pages: new Set(visits.keys()), faults, links };
}
