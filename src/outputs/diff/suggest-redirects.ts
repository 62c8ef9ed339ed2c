// Pages of base whose address leads nowhere in head → the pages that took their content, for redirects. A page is found
// again by its entities, its content or its headings, so also if it has been edited or joined with another page.

import type { Reference, ReferencePage } from '../export/index.ts';
import { matchPages, type PageMatch } from './match-pages.ts';

/** A redirect that would keep an old address alive. Routes have no slashes at their ends. */
export interface RedirectSuggestion {
  readonly from: string;
  readonly to: string;
}

/**
 * In the order of the pages of base. Pages whose successor is not certain have none.
 * @param matches the pairs of pages, if they are known
 */
export function suggestRedirects(
  base: Reference,
  head: Reference,
  matches?: readonly PageMatch[],
): readonly RedirectSuggestion[] {
  const living = new Set([...head.pages.map(({ route }) => route), ...head.redirects.map(({ from }) => from)]);
  const gone = base.pages.filter(({ route }) => !living.has(route));
  if (gone.length === 0) return [];
  const moves = new Map((matches ?? matchPages(base, head)).map((match) => [match.base, match.head]));
  const old = new Set(base.pages.map(({ route }) => route));
  const byEntities = new Likeness(head.pages, entitiesOf, 1);
  // The title is one of the headings. Alone it does not identify a page.
  const byHeadings = new Likeness(
    head.pages.filter(({ route }) => !old.has(route)),
    headingsOf,
    2,
  );
  return gone.flatMap((page) => {
    const to = moves.get(page) ?? byEntities.find(page) ?? byHeadings.find(page);
    return to === undefined ? [] : [{ from: page.route, to: to.route }];
  });
}

/** `Add the redirect …`, for a message. */
export function wordRedirect({ from, to }: RedirectSuggestion): string {
  return `Add the redirect \`/${from}: /${to}\` to site.yaml.`;
}

function entitiesOf({ entities }: ReferencePage): ReadonlySet<string> {
  return new Set(entities.map(({ id }) => id));
}

function headingsOf({ title, headings }: ReferencePage): ReadonlySet<string> {
  return new Set([
    `1 ${title}`,
    ...headings.filter(({ level }) => level > 1).map(({ level, text }) => `${level} ${text}`),
  ]);
}

/** Names on several pages do not identify a page. */
const maxPages = 20;

/** Finds the page that shares the names of another one. */
class Likeness {
  readonly #namesOf: (page: ReferencePage) => ReadonlySet<string>;
  readonly #least: number;
  readonly #names = new Map<ReferencePage, ReadonlySet<string>>();
  readonly #pages = new Map<string, ReferencePage[]>();

  /** @param least the number of names that two pages must share */
  constructor(pages: readonly ReferencePage[], namesOf: (page: ReferencePage) => ReadonlySet<string>, least: number) {
    this.#namesOf = namesOf;
    this.#least = least;
    for (const page of pages) {
      const names = namesOf(page);
      this.#names.set(page, names);
      for (const name of names) {
        const known = this.#pages.get(name);
        if (known === undefined) this.#pages.set(name, [page]);
        else known.push(page);
      }
    }
  }

  /** The only page that shares most names, and at least half of those of the page. */
  find(page: ReferencePage): ReferencePage | undefined {
    const names = this.#namesOf(page);
    const candidates = new Set(
      [...names].flatMap((name) => {
        const pages = this.#pages.get(name) ?? [];
        return pages.length > maxPages ? [] : pages;
      }),
    );
    let [best, most, isOne]: [ReferencePage | undefined, number, boolean] = [undefined, 0, false];
    for (const other of candidates) {
      const others = this.#names.get(other)!;
      const shared = [...names].filter((name) => others.has(name)).length;
      if (shared < this.#least || shared * 2 < names.size || shared < most) continue;
      [best, most, isOne] = [other, shared, shared > most];
    }
    return isOne ? best : undefined;
  }
}
