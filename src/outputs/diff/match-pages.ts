// The pages of two sides → pairs. A page is the same if it has the same route, or if a redirect, its entities or its
// content show that it has moved.

import type { Reference, ReferencePage } from '../export/index.ts';
import { canonicalText } from './canonical-text.ts';

export interface PageMatch {
  readonly base?: ReferencePage;
  readonly head?: ReferencePage;
}

/** Pairs and single pages: those of base in their order, then the new ones. */
export function matchPages(base: Reference, head: Reference): readonly PageMatch[] {
  const unmatched = new Map(head.pages.map((page) => [page.route, page]));
  const partner = new Map<ReferencePage, ReferencePage>();
  const join = (page: ReferencePage, other: ReferencePage | undefined): void => {
    if (other === undefined || partner.has(page)) return;
    partner.set(page, other);
    unmatched.delete(other.route);
  };
  for (const page of base.pages) join(page, unmatched.get(page.route));

  const left = (): readonly ReferencePage[] => base.pages.filter((page) => !partner.has(page));
  for (const page of left()) {
    const target = followRedirects(head, page.route);
    if (target !== undefined && looksAlike(page, unmatched.get(target))) join(page, unmatched.get(target));
  }
  for (const signature of [entitySignature, contentSignature]) {
    const byBase = uniqueBy(left(), signature);
    const byHead = uniqueBy([...unmatched.values()], signature);
    for (const [key, page] of byBase) join(page, byHead.get(key));
  }
  const pairs = base.pages.map((page) => {
    const other = partner.get(page);
    return other === undefined ? { base: page } : { base: page, head: other };
  });
  return [...pairs, ...[...unmatched.values()].map((page) => ({ head: page }))];
}

/** The route that an old route leads to on a side; undefined if there is none. */
export function followRedirects({ redirects, pages }: Reference, route: string): string | undefined {
  let at: string | undefined = route;
  for (let steps = 0; steps <= redirects.length && at !== undefined; steps++) {
    const found = redirects.find(({ from }) => from === at);
    if (found === undefined) return steps > 0 && pages.some((page) => page.route === at) ? at : undefined;
    at = found.to;
  }
  return undefined;
}

/** A redirect may also lead to a page that replaces several. Two pages with entities must have one in common. */
function looksAlike(page: ReferencePage, other: ReferencePage | undefined): boolean {
  if (other === undefined) return false;
  const ids = new Set(page.entities.map(({ id }) => id));
  return ids.size === 0 ? other.entities.length === 0 : other.entities.some(({ id }) => ids.has(id));
}

function entitySignature({ entities }: ReferencePage): string | undefined {
  return entities.length === 0
    ? undefined
    : entities
        .map(({ id }) => id)
        .sort()
        .join('\n');
}

function contentSignature({ entities, title, body }: ReferencePage): string | undefined {
  const text = canonicalText(body) ?? '';
  // A short body, such as a heading, does not identify a page.
  return entities.length > 0 || text.length < 40 ? undefined : `${title}\n${text}`;
}

function uniqueBy<T>(all: readonly T[], keyOf: (each: T) => string | undefined): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>();
  for (const each of all) {
    const key = keyOf(each);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : each);
  }
  return new Map([...found].filter((entry): entry is [string, T] => entry[1] !== undefined));
}
