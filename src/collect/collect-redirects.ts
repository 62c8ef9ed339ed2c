// `redirects` of `site.yaml` → those that can be: an old route that nothing else has, and a page at the end of the way.

import { suggest, type Report } from '../diagnostics/index.ts';
import type { Redirect, ReferenceModel, SiteConfig } from '../model/index.ts';
import { findUnusable } from './usable-routes.ts';

/** Redirects that work, each with the page that it ends at; the others are reported and left out. */
export function collectRedirects(
  { redirects, languages }: SiteConfig,
  { pages, lostRoutes }: Pick<ReferenceModel, 'pages' | 'lostRoutes'>,
  report: Report,
): ReadonlyMap<string, Redirect> {
  const collected = new Map<string, Redirect>();
  const taken = new Set([...pages.keys()].map((route) => route.toLowerCase()));
  const names = new Set<string>();
  for (const [route, redirect] of redirects) {
    if (!isFree(route, redirect)) continue;
    const end = findEnd(redirect.route);
    if (end === undefined && !lostRoutes.has(redirect.route)) {
      const near = suggest(redirect.route, pages.keys());
      report('dangling-link', redirect.to, { name: redirect.to.value, near: near && `/${near}` });
    } else if (end !== undefined) {
      collected.set(route, { ...redirect, route: end });
    }
  }
  return collected;

  /** An old route may be no page's (letter case aside), no other redirect's, and in no language's tree. */
  function isFree(route: string, { from }: Redirect): boolean {
    const [first] = route.split('/') as [string];
    const reason = findUnusable(route);
    if (route === '' || taken.has(route.toLowerCase())) report('redirect-from-page', from, { name: from.value });
    else if (reason !== undefined) report('unusable-name', from, { name: route, reason });
    else if (names.has(route.toLowerCase())) report('duplicate-key', from, { name: from.value });
    else if (languages.some(({ id }) => id === first.toLowerCase())) report('reserved-segment', from, { name: first });
    else if (names.add(route.toLowerCase())) return true;
    return false;
  }

  /** A page that moved twice: the redirect of the first move leads where the second one does. */
  function findEnd(route: string): string | undefined {
    const visited = new Set<string>();
    for (let at = route; !visited.has(at); at = redirects.get(at)!.route) {
      if (at === '' || pages.has(at)) return at;
      if (!redirects.has(at)) return undefined;
      visited.add(at);
    }
    return undefined;
  }
}
