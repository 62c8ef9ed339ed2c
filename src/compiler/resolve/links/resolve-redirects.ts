// `redirects` → the final target of each old route: a page, a heading, or an external address (format.md 8.4).

import type { Report } from '../../diagnostics/index.ts';
import type { LinkTarget, Redirect } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { findTarget } from './find-target.ts';
import { siteTop, type Linkable } from './linkable.ts';
import { pathFrom, readLocalAddress } from './local-address.ts';
import { classifyAddress } from './safe-addresses.ts';

/** The target of each old route. Redirects without a target and circles are reported and left out. */
export function resolveRedirects(
  linkable: Linkable,
  redirects: readonly Redirect[],
  report: Report,
): ReadonlyMap<string, LinkTarget> {
  const byRoute = new Map(redirects.map((redirect) => [redirect.route, redirect]));
  const ends = new Map<Redirect, LinkTarget | undefined>();
  /** Circles of redirects, by the member that is first in the file. */
  const circles = new Map<Redirect, readonly Redirect[]>();
  for (const redirect of redirects) {
    // A page may have moved several times: follow the redirects to the end, then resolve them from the last to the
    // first.
    const chain: Redirect[] = [];
    let next: Redirect | undefined = redirect;
    const visited = new Set<Redirect>();
    for (; next && !ends.has(next) && !visited.has(next); next = nextOf(next)) {
      visited.add(next);
      chain.push(next);
    }
    if (next && visited.has(next)) addCircle(chain.slice(chain.indexOf(next)));
    for (const step of chain.toReversed()) ends.set(step, endOf(step));
  }
  const targets = new Map<string, LinkTarget>();
  for (const [redirect, target] of ends) {
    if (target !== undefined) targets.set(redirect.route, target);
    else reportLost(redirect);
  }
  return new Map([...targets].sort(([a], [b]) => compareText(a, b)));

  /** The redirect at the target of another one. Undefined if the target is a page. */
  function nextOf({ to }: Redirect): Redirect | undefined {
    const route = routeIn(to.value);
    return route === undefined || linkable.pages.has(route) ? undefined : byRoute.get(route);
  }

  function endOf(redirect: Redirect): LinkTarget | undefined {
    const address = classifyAddress(redirect.to.value);
    if (address.kind !== 'local') return address.kind === 'external' ? address : undefined;
    const next = nextOf(redirect);
    if (next === undefined) return pageOnly(findTarget(linkable, siteTop, address.url));
    const end = ends.get(next);
    const { search, hash } = readLocalAddress(address.url);
    if (end?.kind !== 'page' || (search === undefined && !hash)) return end;
    const further = `/${end.route}${search ?? ''}${hash ? `#${hash.replaceAll('%', '%25')}` : ''}`;
    return pageOnly(findTarget(linkable, siteTop, further));
  }

  function addCircle(members: readonly Redirect[]): void {
    const start = members.reduce(
      (first, next, i) => (next.to.range.start < members[first]!.to.range.start ? i : first),
      0,
    );
    circles.set(members[start]!, [...members.slice(start), ...members.slice(0, start + 1)]);
  }

  /** Reports a redirect without a target. Redirects to it have no target either, but are not reported. */
  function reportLost(redirect: Redirect): void {
    const { to } = redirect;
    const next = nextOf(redirect);
    const circle = circles.get(redirect)?.map(({ from }) => from.value);
    if (circle === undefined && next !== undefined && ends.get(next) === undefined) return;
    const route = routeIn(to.value);
    if (route !== undefined && linkable.isLost(route)) return;
    const severity = linkable.site.isConfigured ? 'error' : 'warning';
    const near = circle ? undefined : linkable.suggest(siteTop, to.value);
    report('dangling-link', { ...to, severity }, { name: to.value, near, circle });
  }

  /** Files cannot be targets, because they have no address in the trees of languages. */
  function pageOnly(target: LinkTarget | undefined): LinkTarget | undefined {
    return target?.kind === 'page' ? target : undefined;
  }
}

function routeIn(url: string): string | undefined {
  const { path } = readLocalAddress(url);
  return path === '' ? undefined : pathFrom('', path);
}
