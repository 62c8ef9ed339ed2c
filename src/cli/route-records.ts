// What the pages of each route were drawn from, and their files, for the next build.

import type { CodeLinkCounts, SiteData } from '../compiler/model/index.ts';
import { withParts } from '../compiler/source/index.ts';
import type { PageReuse, RouteRecord } from '../project/index.ts';

type PageToDraw = import('../astro/index.ts').PageToDraw;

/** Counts of linked names in samples, by route. */
type LinkCounts = ReadonlyMap<string, CodeLinkCounts>;

/** The files of each route, without those that a file of `public` replaces. */
export function groupFiles(
  pages: readonly PageToDraw[],
  publicFiles: SiteData['publicFiles'],
  has: (path: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  for (const { route, file, twins = [] } of pages) {
    const drawn = [file, ...withParts(twins, has)].filter((each) => !publicFiles.has(each));
    files.set(route, [...(files.get(route) ?? []), ...drawn]);
  }
  return files;
}

/** The routes of all pages, and of the page of missing addresses. */
export function recordedRoutes({ addresses, lists, redirects }: SiteData): readonly string[] {
  const all = [...addresses, ...lists, ...redirects.map(({ address }) => address)];
  return [...new Set(all.map(({ route }) => route)), '404'];
}

/** What each route was drawn from, for the next build. */
export function recordRoutes(data: SiteData, reuse: PageReuse, links: LinkCounts): ReadonlyMap<string, RouteRecord> {
  return new Map(recordedRoutes(data).map((route) => [route, recordRoute(route, reuse, links)]));
}

function recordRoute(route: string, reuse: PageReuse, links: LinkCounts): RouteRecord {
  const { linked, ambiguous } = reuse.recordOf(route) ?? links.get(route) ?? { linked: 0, ambiguous: 0 };
  return { answers: reuse.answersOf(route), linked, ambiguous };
}

/**
 * A function that begins to keep the pages of a route in the cache, for a site whose pages are all drawn.
 * @param pages all pages of the site
 * @param links of the routes that were drawn
 * @returns the function. Call it when adjacent pages of a route are written. It leaves a route with other pages
 */
export function earlyKeeper(
  pages: readonly PageToDraw[],
  { publicFiles }: SiteData,
  reuse: PageReuse,
  links: LinkCounts,
): (route: string) => void {
  const byRoute = new Map<string, PageToDraw[]>();
  const scattered = new Set<string>();
  let before: string | undefined;
  for (const page of pages) {
    const known = byRoute.get(page.route);
    if (known === undefined) byRoute.set(page.route, [page]);
    else known.push(page);
    if (known !== undefined && page.route !== before) scattered.add(page.route);
    before = page.route;
  }
  return (route) => {
    if (scattered.has(route)) return;
    const files = groupFiles(byRoute.get(route)!, publicFiles, (path) => reuse.isWritten(path)).get(route)!;
    reuse.keepEarly(route, { files, record: recordRoute(route, reuse, links) });
  };
}
