// The resolved model → records for search: pages with their texts, and symbols with their name in every language. Each
// text is stored once, with the languages that show it, so a site in eight languages is not indexed eight times.

import {
  sectionOf,
  type NavigationLink,
  type ResolvedPage,
  type ResolvedModel,
  type SearchPage,
  type SearchRecords,
} from '../../../compiler/model/index.ts';
import { listSymbols } from './search-symbols.ts';
import { listBodyTexts, listRowTexts } from './search-texts.ts';
import { pageTitle } from '../page-title.ts';

/**
 * Lists all pages except those that the navigation excludes (`excludeFromSearch`). The home page is last: of equal hits
 * the first page wins, and a home page only shows parts of other pages.
 */
export function listSearchRecords(resolved: ResolvedModel): SearchRecords {
  const [all] = listSearchParts(resolved, Number.POSITIVE_INFINITY);
  return all!;
}

/**
 * The records of a site in parts, each with some of its pages; one part at least. The records of a large site take much
 * memory at once.
 * @param size number of pages in a part
 */
export function* listSearchParts(resolved: ResolvedModel, size = 200): Generator<SearchRecords, void> {
  const { site, sections } = resolved;
  const excluded = new Set(sections.flatMap(({ links }) => [...excludedRoutes(links, false)]));
  const found = [...resolved.pages.values()].filter(({ route }) => !excluded.has(route));
  const pages = [...found.filter(({ route }) => route !== ''), ...found.filter(({ route }) => route === '')];
  const languages = site.languages.map(({ id, label }) => ({ id, label }));
  const titles = sections.map(({ title }) => title);
  for (let at = 0; at === 0 || at < pages.length; at += size) {
    const part = pages.slice(at, at + size).map((page) => viewSearchPage(page, resolved));
    yield { languages, sections: titles, pages: part };
  }
}

/** The record of a page. */
export function viewSearchPage(page: ResolvedPage, { site, sections }: ResolvedModel): SearchPage {
  const around = sectionOf(sections, page.route);
  const section = around === undefined ? -1 : sections.indexOf(around);
  const ids = site.languages.map(({ id }) => id);
  const has = ids.filter((id) => page.languages?.has(id) ?? true);
  return {
    route: page.route,
    title: pageTitle(page),
    ...(section < 0 ? {} : { section }),
    ...(has.length === ids.length ? {} : { languages: has }),
    texts: [...listBodyTexts(page), ...listRowTexts(page, has)],
    symbols: page.entities.map((entity) => listSymbols(entity, ids)).filter((symbol) => symbol !== undefined),
  };
}

/** Routes of excluded links and of all links below them. */
function* excludedRoutes(links: readonly NavigationLink[], isInside: boolean): Generator<string> {
  for (const { url, links: inner, excludeFromSearch } of links) {
    const isExcluded = isInside || excludeFromSearch;
    if (isExcluded && url?.value.startsWith('/')) yield url.value.slice(1);
    yield* excludedRoutes(inner, isExcluded);
  }
}
