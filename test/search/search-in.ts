// Searches the index of a compiled site in memory, like the search dialog.

import { readSymbols, readTexts } from '../../src/outputs/search/index.ts';
import { runSearch, type SearchRequest, type SearchResult } from '../../src/site/client/search/run-search.ts';

/** Facts about the page on which the dialog is opened. */
interface Place {
  readonly language?: string;
  readonly tree?: string;
  readonly route?: string;
}

export type Search = (text: string, place?: Place, filters?: Partial<SearchRequest>) => Promise<SearchResult>;

/** @param files the index, as `writeSearch` returns it */
export function searchIn(files: ReadonlyMap<string, string>): Search {
  const kept = new Map<string, unknown>();
  const keep = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  const parse = (name: string): unknown => {
    const text = files.get(`_search/${name}`);
    if (text === undefined) throw new Error(`no file ${name}`);
    return JSON.parse(text);
  };
  const loader = {
    load: async (name: string) => keep(name, () => parse(name)),
    symbols: async (language: string | undefined) =>
      keep(`symbols ${language}`, () => readSymbols(parse(`${language ?? 'all'}.json`) as never)),
    texts: async ({ file }: ReturnType<typeof readSymbols>) =>
      keep('texts', () => readTexts(parse(file.texts) as never)),
  };
  return (text, { language, tree, route = '' } = {}, filters = {}) => {
    const reader = {
      top: new URL('https://docs.example/'),
      route,
      ...(tree ? { tree } : {}),
      ...(language ? { language } : {}),
    };
    return runSearch(
      { text, language: language ?? '', section: -1, maxNames: 6, ...filters },
      reader,
      loader,
      () => {},
    );
  };
}

/** Hits in the order of the list, as addresses below the site's top. */
export function addresses({ symbols, pages, isPageFirst }: SearchResult): readonly string[] {
  const all = isPageFirst ? [...pages, ...symbols] : [...symbols, ...pages];
  return all.map(({ href }) => href.slice('https://docs.example/'.length));
}
