// A site of which some pages were edited → what changes besides these pages.

import type { CodeText, LanguageId, ResolvedModel, Sha256 } from '../compiler/model/index.ts';
import { skillsFolder } from '../compiler/source/index.ts';
import { replaceOnce } from '../compiler/text/index.ts';
import { entriesAfter, isListOfTree, writeLists } from './agents/index.ts';
import { listCode, pageTitle, routesFile, routeLine, viewSearchPage } from './html/index.ts';
import { changeSearchIndex, type KeptSearch, type SearchChanges } from './search/index.ts';

/** All code that some pages show. */
export function listCodeOf(resolved: ResolvedModel, routes: readonly string[]): readonly CodeText[] {
  return listCode({ ...resolved, pages: new Map(routes.map((route) => [route, resolved.pages.get(route)!])) });
}

/** A site before and after edits that left the routes of all pages as they were. */
export interface SiteChange {
  readonly before: ResolvedModel;
  readonly after: ResolvedModel;
}

/**
 * The changes of the search index.
 * @param kept what `keptSearch` of the last build's data returned
 * @param routes of edited pages, whose symbols have not changed
 * @param readFile reads a file of the last site by its path from the top
 */
export function changeSearch(
  kept: unknown,
  { before, after }: SiteChange,
  routes: readonly string[],
  readFile: (path: string) => string,
): SearchChanges {
  const pages = routes.map((route) => ({
    ...viewSearchPage(after.pages.get(route)!, after),
    lastTitle: pageTitle(before.pages.get(route)!),
  }));
  const languages = after.site.languages.map(({ id, label }): { id: LanguageId; label: string } => ({ id, label }));
  return changeSearchIndex(kept as KeptSearch, pages, languages, readFile);
}

/**
 * The changed files for crawlers, by path from the top of the site: the list of titles.
 * @param routes of edited pages
 * @param readFile reads a file of the last site by its path from the top
 * @throws an error if a page has not exactly one line in the list
 */
export function changeHostFiles(
  { before, after }: SiteChange,
  routes: readonly string[],
  readFile: (path: string) => string,
): ReadonlyMap<string, string> {
  const lines = routes.map((route) => [before, after].map(({ pages }) => routeLine(pages.get(route)!)));
  const changed = lines.filter(([old, now]) => old !== now);
  if (changed.length === 0 || after.model.publicFiles.has(routesFile)) return new Map();
  return new Map([
    [routesFile, changed.reduce((text, [old, now]) => replaceOnce(text, old!, now!), readFile(routesFile))],
  ]);
}

/** Other lists of pages for programs, by path from the top of the site. */
export interface ListChanges {
  readonly files: ReadonlyMap<string, string>;
  /** Paths of parts that the lists no longer have. */
  readonly removed: readonly string[];
}

/**
 * The lists of pages for programs after an edit: `llms.txt`, its parts, and skills.
 * @param routes of edited pages
 * @param last paths of all files of the last site
 * @param readFile reads a file of the last site by its path from the top
 * @throws an error if the last lists do not have a line for each other page
 */
export function changeLists(
  after: ResolvedModel,
  routes: readonly string[],
  sha256: Sha256,
  last: Iterable<string>,
  readFile: (path: string) => string,
): ListChanges {
  const { publicFiles } = after.model;
  const trees = ['', ...after.site.languages.map(({ id }) => `${id}/`)];
  const isList = (path: string): boolean =>
    path.startsWith(`${skillsFolder}/`) || trees.some((tree) => isListOfTree(path, tree));
  const lists = [...last].filter((path) => isList(path) && !publicFiles.has(path));
  const known = new Map(lists.map((path) => [path, readFile(path)]));
  const written = writeLists(after, sha256, entriesAfter(after, new Set(routes), known));
  return {
    files: new Map([...written].filter(([path]) => !publicFiles.has(path))),
    removed: lists.filter((path) => !written.has(path)),
  };
}
