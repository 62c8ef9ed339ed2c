// A path that is no route → the page that it means, by the ways in which addresses go wrong: the name of a file, letter
// case, a language or the base path in front, a section that is missing or too much, a page that moved, a misspelt name.

import { NameIndex } from '../../diagnostics/index.ts';
import type { Linkable } from './linkable.ts';

/** Names compared one by one, over a whole site: enough for 1,000 misspelt addresses among 10,000 pages. */
const mostComparisons = 10_000_000;

export class NearRoutes {
  readonly #linkable: Linkable;
  /** Route by its folded form; undefined where several routes share it. */
  readonly #byFold = new Map<string, string | undefined>();
  readonly #byLast = new Map<string, string[]>();
  readonly #names: NameIndex;
  /** Segments that may stand in front of a route and do not belong to it: ids of languages, and the base path. */
  readonly #prefixes: ReadonlySet<string>;

  constructor(linkable: Linkable) {
    const { routes, site } = linkable;
    this.#linkable = linkable;
    this.#names = new NameIndex(routes, mostComparisons);
    this.#prefixes = new Set([...site.languages.map(({ id }) => id), ...basePath(site.url)]);
    for (const route of routes) {
      const folded = foldRoute(route);
      this.#byFold.set(folded, this.#byFold.has(folded) ? undefined : route);
      const last = folded.slice(folded.lastIndexOf('/') + 1);
      const sameEnd = this.#byLast.get(last);
      if (sameEnd) sameEnd.push(route);
      else this.#byLast.set(last, [route]);
    }
  }

  /** The page of a route, of a file's name (with whatever ending), or of an old route. */
  exact(written: string): string | undefined {
    for (const path of [written, withoutEnding(written)]) {
      if (path === '' || this.#linkable.routes.has(path)) return path;
      const moved = this.#linkable.redirects.get(path);
      if (moved?.kind === 'page') return moved.route;
    }
    return undefined;
  }

  /** @param folder of the page that links: of several pages the nearest one is meant */
  near(written: string, folder: string): string | undefined {
    const path = withoutEnding(written);
    const segments = path.split('/');
    if (segments.length > 1 && this.#prefixes.has(segments[0]!.toLowerCase())) {
      const inner = segments.slice(1).join('/');
      const route = this.exact(inner) ?? this.near(inner, folder);
      if (route !== undefined) return route;
    }
    const folded = foldRoute(path);
    return this.#byFold.get(folded) ?? this.#byEnd(segments, folded, folder) ?? this.#names.near(path);
  }

  /** A page whose route ends as the path does, or of whose route the path has too much in front. */
  #byEnd(segments: readonly string[], folded: string, folder: string): string | undefined {
    const sameEnd = this.#byLast.get(folded.slice(folded.lastIndexOf('/') + 1)) ?? [];
    const whole = sameEnd.filter((route) => foldRoute(route).endsWith(`/${folded}`));
    if (whole.length > 0) return nearest(whole, folder);
    for (let start = 1; start < Math.min(segments.length, this.#linkable.routeDepth + 8); start++) {
      const inner = segments.slice(start).join('/');
      const route = this.#linkable.routes.has(inner) ? inner : this.#byFold.get(foldRoute(inner));
      if (route !== undefined) return route;
    }
    return nearest(sameEnd, segments.slice(0, -1).join('/'));
  }
}

/** Of several routes the one that shares most with a path; undefined where two share as much. */
function nearest(routes: readonly string[], path: string): string | undefined {
  if (routes.length < 2) return routes[0];
  const shared = routes.map((route) => commonSegments(route, path));
  const most = shared.reduce((a, b) => Math.max(a, b), 0);
  const best = routes.filter((_, i) => shared[i] === most);
  return best.length === 1 ? best[0] : undefined;
}

function commonSegments(a: string, b: string): number {
  const [first, second] = [a.split('/'), b.split('/')];
  let common = 0;
  while (common < first.length && first[common] === second[common]) common++;
  return common;
}

/** The page that a file's name means: `guides/start` of `guides/start.mdx`, `guides/start.html` and `guides/start/index.md`. */
function withoutEnding(path: string): string {
  const page = path.replace(/\.(?:mdx?|html?|astro|php|aspx?)$/i, '');
  return page.replace(/(?:^|\/)(?:index|readme)$/i, '');
}

function basePath(url: string | undefined): readonly string[] {
  const path = url === undefined ? '' : new URL(url).pathname;
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.toLowerCase());
}

function foldRoute(route: string): string {
  return route.toLowerCase().replace(/[_.-]/g, '');
}
