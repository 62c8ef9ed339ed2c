// A compiled site's index in memory, searched as the dialog does.

import { readSymbols, readTexts } from '../../src/search/index.ts';
import { runSearch, type SearchRequest, type SearchResult } from '../../src/site/client/search/run-search.ts';

/** What the dialog is told of the page that it is opened on. */
interface Place {
  readonly language?: string;
  readonly tree?: string;
  readonly route?: string;
}

export type Search = (text: string, place?: Place, filters?: Partial<SearchRequest>) => Promise<SearchResult>;

/** @param files the index, as `writeSearch` gives it */
export function searchIn(files: ReadonlyMap<string, string>): Search {
  const load = async (name: string): Promise<unknown> => {
    const text = files.get(`_search/${name}`);
    if (text === undefined) throw new Error(`no file ${name}`);
    return JSON.parse(text);
  };
  const loader = {
    load,
    symbols: async (language: string | undefined) => readSymbols((await load(`${language ?? 'all'}.json`)) as never),
    texts: async ({ file }: ReturnType<typeof readSymbols>) => readTexts((await load(file.texts)) as never),
  };
  return (text, { language, tree, route = '' } = {}, filters = {}) => {
    const reader = { top: new URL('https://docs.example/'), route, ...(tree ? { tree } : {}), ...(language ? { language } : {}) };
    return runSearch({ text, language: language ?? '', section: -1, mostNames: 6, ...filters }, reader, loader, () => {});
  };
}

/** Hits in the order in which the list shows them, as addresses below the site's top. */
export function addresses({ symbols, pages, isPageFirst }: SearchResult): readonly string[] {
  const all = isPageFirst ? [...pages, ...symbols] : [...symbols, ...pages];
  return all.map(({ href }) => href.slice('https://docs.example/'.length));
}
