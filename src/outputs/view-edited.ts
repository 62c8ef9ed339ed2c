// A site of which only words of some pages were edited → what changes besides these pages.

import type { CodeText, LanguageId, ResolvedModel } from '../compiler/model/index.ts';
import { routeFrom } from '../compiler/source/index.ts';
import { describePage, listCode, viewSearchPage } from './html/index.ts';
import { changeSearchIndex, type KeptSearch, type SearchChanges } from './search/index.ts';

/** All code that some pages show. */
export function listCodeOf(resolved: ResolvedModel, routes: readonly string[]): readonly CodeText[] {
  return listCode({ ...resolved, pages: new Map(routes.map((route) => [route, resolved.pages.get(route)!])) });
}

/**
 * Whether lists of pages for programs say the same about the pages: `llms.txt` and skills.
 * @param hasSamples whether samples of the pages were edited
 */
export function isListedTheSame(
  before: ResolvedModel,
  after: ResolvedModel,
  routes: readonly string[],
  hasSamples: boolean,
): boolean {
  const { languages, outputs, skills } = after.site;
  if (!outputs.llms && !outputs.skills) return true;
  // Skills show a sample of the quick start.
  const start = skills.quickStart?.value;
  if (hasSamples && outputs.skills && start !== undefined && routes.includes(routeFrom(start))) return false;
  return routes.every((route) => {
    const [old, now] = [before, after].map(({ pages }) => pages.get(route)!);
    return [undefined, ...languages].every((language) => describePage(old!, language) === describePage(now!, language));
  });
}

/**
 * The changes of the search index.
 * @param kept what `keptSearch` of the last build's data returned
 * @param readFile reads a file of the last site by its path from the top
 */
export function changeSearch(
  kept: unknown,
  resolved: ResolvedModel,
  routes: readonly string[],
  readFile: (path: string) => string,
): SearchChanges {
  const pages = routes.map((route) => viewSearchPage(resolved.pages.get(route)!, resolved));
  const languages = resolved.site.languages.map(({ id, label }): { id: LanguageId; label: string } => ({ id, label }));
  return changeSearchIndex(kept as KeptSearch, pages, languages, readFile);
}
