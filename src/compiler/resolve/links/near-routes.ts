// A path that is not a route → the page that the author probably meant. It recognizes common mistakes: the name of a
// file, other letter case, a language or the base path before the route, a missing or extra section, a page that was
// moved, a misspelt name.

import { NameIndex } from '../../text/index.ts';
import type { Linkable } from './linkable.ts';

/** Limit of comparisons for a whole site: enough for 1,000 misspelt addresses among 10,000 pages. */
const maxComparisons = 10_000_000;

export class NearRoutes {
  readonly #linkable: Linkable;
  /** The route of each folded form. Undefined if several routes have it. */
  readonly #byFold = new Map<string, string | undefined>();
  readonly #byLast = new Map<string, string[]>();
  readonly #names: NameIndex;
  /** Segments that may precede a route but are not part of it: ids of languages, and the base path. */
  readonly #prefixes: ReadonlySet<string>;

  constructor(linkable: Linkable) {
    const { routes, site } = linkable;
    this.#linkable = linkable;
    this.#names = new NameIndex(routes, maxComparisons);
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

  /** The page for a route, a file name (with any page extension), or an old route. */
  exact(written: string): string | undefined {
    for (const path of [written, withoutExtension(written)]) {
      if (path === '' || this.#linkable.routes.has(path)) return path;
      const moved = this.#linkable.redirects.get(path);
      if (moved?.kind === 'page') return moved.route;
    }
    return undefined;
  }

  /**
   * The page that is most similar. Undefined if there is none.
   * @param folder the folder of the page with the link; of several pages, the nearest to it is chosen
   */
  near(written: string, folder: string): string | undefined {
    const path = withoutExtension(written);
    const segments = path.split('/');
    if (segments.length > 1 && this.#prefixes.has(segments[0]!.toLowerCase())) {
      const inner = segments.slice(1).join('/');
      const route = this.exact(inner) ?? this.near(inner, folder);
      if (route !== undefined) return route;
    }
    const folded = foldRoute(path);
    return this.#byFold.get(folded) ?? this.#byEnd(segments, folded, folder) ?? this.#names.near(path);
  }

  /** A page whose route ends with the path, or whose route is the end of the path. */
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

/** The route that shares the most segments with a path. Undefined if there are several. */
function nearest(routes: readonly string[], path: string): string | undefined {
  if (routes.length < 2) return routes[0];
  const shared = routes.map((route) => commonSegments(route, path));
  const max = shared.reduce((a, b) => Math.max(a, b), 0);
  const best = routes.filter((_, i) => shared[i] === max);
  return best.length === 1 ? best[0] : undefined;
}

function commonSegments(a: string, b: string): number {
  const [first, second] = [a.split('/'), b.split('/')];
  let common = 0;
  while (common < first.length && first[common] === second[common]) common++;
  return common;
}

/**
 * The route for a file name: `guides/start` for `guides/start.mdx`, `guides/start.html` and `guides/start/index.md`.
 */
function withoutExtension(path: string): string {
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
