// A query and its filters → hits with their addresses: symbols at once, pages after their texts are loaded.

import {
  exactTitle,
  findNearestSymbols,
  findPages,
  findSymbols,
  findTitles,
  quality,
  type PageHit,
  type SymbolHit,
  type SymbolHits,
  type SymbolIndex,
} from '../../../outputs/search/index.ts';
import type { IndexLoader } from './load-index.ts';
import { addressOf, type ReaderPlace } from './reader-place.ts';

export interface SearchRequest {
  readonly text: string;
  /** Id of the language whose names and pages are searched; `''` for all. */
  readonly language: string;
  /** Index of a section; -1 for all. */
  readonly section: number;
  /** Maximum number of names. */
  readonly maxNames: number;
}

export interface SearchResult {
  readonly request: SearchRequest;
  readonly symbols: readonly FoundSymbol[];
  /** Number of all names that were found; `symbols` are the first of them. */
  readonly allNames: number;
  readonly pages: readonly FoundPage[];
  /** Whether pages are shown before symbols, because they match better. */
  readonly isPageFirst: boolean;
  /** Label of the language whose names are shown. */
  readonly label: string;
  /** Similar names, if there is no hit. */
  readonly nearest: readonly FoundSymbol[];
  /** Number of hits that the filters exclude, if there is no other hit. */
  readonly elsewhere: number;
  /** False while pages are still being searched. */
  readonly isWhole: boolean;
}

export interface FoundSymbol extends SymbolHit {
  readonly href: string;
  readonly pageTitle: string;
  /** Labels of the languages that have the symbol, if the shown language lacks it. */
  readonly onlyIn: readonly string[];
}

export interface FoundPage extends PageHit {
  readonly href: string;
  readonly title: string;
  readonly section?: string;
  readonly onlyIn: readonly string[];
  /** Name of the row that the text belongs to, in the shown language. */
  readonly symbol?: string;
}

const maxPages = 6;

/**
 * Runs a search.
 * @param onFirst receives the first results, before any text is loaded
 */
export async function runSearch(
  request: SearchRequest,
  reader: ReaderPlace,
  loader: Pick<IndexLoader, 'symbols' | 'texts' | 'load'>,
  onFirst: (result: SearchResult) => void,
): Promise<SearchResult> {
  const index = await loader.symbols(request.language || reader.language);
  const finder = new Finder(index, request, reader);
  const first = finder.first();
  onFirst(first);
  const texts = await loader.texts(index);
  const pages = await findPages(texts, finder.pageQuery(), (name) => loader.load(name));
  return finder.whole(first, pages);
}

class Finder {
  readonly #index: SymbolIndex;
  readonly #request: SearchRequest;
  readonly #reader: ReaderPlace;
  /** Index of the language whose names are shown; -1 on a site without languages. */
  readonly #shown: number;

  constructor(index: SymbolIndex, request: SearchRequest, reader: ReaderPlace) {
    this.#index = index;
    this.#request = request;
    this.#reader = reader;
    const id = request.language || reader.language;
    this.#shown = index.file.languages.findIndex((language) => language[0] === id);
  }

  first(): SearchResult {
    const { hits, total } = this.#symbols(this.#request);
    const titles = findTitles(this.pageQuery());
    const isSure = hits.some(({ score }) => score >= quality.inside);
    const isEntity = hits.some(({ symbol, score }) => symbol.parent === undefined && score >= quality.whole - 1);
    const isPageFirst = (titles[0]?.score === exactTitle && !isEntity) || (!isSure && titles.length > 0);
    const symbols = hits.map((hit) => this.#symbol(hit));
    return {
      request: this.#request,
      symbols,
      allNames: total,
      pages: this.#pages(titles, symbols),
      isPageFirst,
      label: this.#label(),
      nearest: [],
      elsewhere: 0,
      isWhole: false,
    };
  }

  whole(first: SearchResult, found: readonly PageHit[]): SearchResult {
    const pages = this.#pages(found, first.symbols);
    const isWeak = first.symbols.every(({ score }) => score < quality.inside);
    // Pages that contain exactly the typed words come before names that only match partly.
    const isPageFirst = first.isPageFirst || (isWeak && pages.some(({ isExact }) => isExact));
    const isEmpty = first.symbols.length === 0 && pages.length === 0;
    const { language, section } = this.#request;
    const all = { ...this.#request, language: '', section: -1 };
    return {
      ...first,
      pages,
      isPageFirst,
      nearest: isEmpty
        ? findNearestSymbols(this.#index, this.#symbolQuery(this.#request)).map((hit) => this.#symbol(hit))
        : [],
      elsewhere: isEmpty && (language !== '' || section >= 0) ? this.#symbols(all).total : 0,
      isWhole: true,
    };
  }

  pageQuery(): Parameters<typeof findTitles>[0] {
    const { text, language, section } = this.#request;
    const { pages } = this.#index.file;
    const accepts = (page: number): boolean => {
      const [, , own, languages] = pages[page]!;
      return (section < 0 || own === section) && (language === '' || !languages || languages.includes(this.#shown));
    };
    return {
      text,
      pages,
      accepts,
      limit: maxPages + 2,
      ...(language === '' || this.#shown < 0 ? {} : { language: this.#shown }),
    };
  }

  #symbols(request: SearchRequest): SymbolHits {
    return findSymbols(this.#index, this.#symbolQuery(request));
  }

  #symbolQuery({ text, language, section, maxNames }: SearchRequest): Parameters<typeof findSymbols>[1] {
    const { pages } = this.#index.file;
    return {
      text,
      route: this.#reader.route,
      // A name that only other languages have is a hit if it was typed in full.
      accepts: ({ page, foreign }, isWhole) =>
        (section < 0 || pages[page]![2] === section) && (language === '' || !foreign || isWhole),
      limit: maxNames,
    };
  }

  #symbol(hit: SymbolHit): FoundSymbol {
    const { page, anchor, foreign } = hit.symbol;
    const [route, pageTitle] = this.#index.file.pages[page]!;
    return {
      ...hit,
      pageTitle,
      href: addressOf(this.#reader, route, this.#languageFor(foreign), anchor),
      onlyIn: foreign?.map((language) => this.#index.file.languages[language]![1]) ?? [],
    };
  }

  /** Turns hits into pages, without those that are shown as symbols: rows, and pages that consist of one entity. */
  #pages(hits: readonly PageHit[], symbols: readonly FoundSymbol[]): readonly FoundPage[] {
    const shown = new Set(symbols.map(({ symbol }) => placeOf(symbol.page, symbol.parent && symbol.anchor)));
    const pages = hits.filter(({ page, anchor }) => !shown.has(placeOf(page, anchor)));
    return pages.slice(0, maxPages).map((hit) => this.#page(hit));
  }

  #page(hit: PageHit): FoundPage {
    const { languages, sections, pages } = this.#index.file;
    const [route, title, section, own] = pages[hit.page]!;
    const foreign = own && !own.includes(this.#shown) ? own : undefined;
    const symbol = this.#index.symbols.find(({ page, anchor }) => page === hit.page && anchor === hit.anchor);
    return {
      ...hit,
      title,
      href: addressOf(this.#reader, route, this.#languageFor(foreign), hit.anchor),
      onlyIn: foreign?.map((language) => languages[language]![1]) ?? [],
      ...(sections[section] === undefined ? {} : { section: sections[section] }),
      ...(symbol === undefined ? {} : { symbol: symbol.name.shown }),
    };
  }

  /** Id of the language in whose tree a hit opens: the shown language, or the first that has the page. */
  #languageFor(foreign: readonly number[] | undefined): string | undefined {
    return this.#index.file.languages[foreign?.[0] ?? this.#shown]?.[0];
  }

  #label(): string {
    return this.#index.file.languages[this.#shown]?.[1] ?? '';
  }
}

function placeOf(page: number, anchor = ''): string {
  return `${page}#${anchor}`;
}
