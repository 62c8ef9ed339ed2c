// A query and its filters → hits with their addresses: symbols at once, pages when their texts are there.

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
  /** Id of the language whose names and pages are looked for; `''`: all. */
  readonly language: string;
  /** Index of a section; -1: all. */
  readonly section: number;
  /** How many names are shown at most. */
  readonly mostNames: number;
}

export interface SearchResult {
  readonly request: SearchRequest;
  readonly symbols: readonly FoundSymbol[];
  /** Names that are found; `symbols` are the first of them. */
  readonly allNames: number;
  readonly pages: readonly FoundPage[];
  /** Which of the two answers better. */
  readonly isPageFirst: boolean;
  /** Label of the language whose names are shown. */
  readonly label: string;
  /** Names that are near, where there is no hit. */
  readonly nearest: readonly FoundSymbol[];
  /** Hits that the filters keep out, where there is no other. */
  readonly elsewhere: number;
  /** False while pages are still looked for. */
  readonly isWhole: boolean;
}

export interface FoundSymbol extends SymbolHit {
  readonly href: string;
  readonly pageTitle: string;
  /** Labels of the languages that have it, where the shown one has not. */
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

const mostPages = 6;

/** Runs a search. `onFirst` is given what is known before any text is loaded. */
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
    // A guess at a name does not come before pages that have what was typed.
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
      limit: mostPages + 2,
      ...(language === '' || this.#shown < 0 ? {} : { language: this.#shown }),
    };
  }

  #symbols(request: SearchRequest): SymbolHits {
    return findSymbols(this.#index, this.#symbolQuery(request));
  }

  #symbolQuery({ text, language, section, mostNames }: SearchRequest): Parameters<typeof findSymbols>[1] {
    const { pages } = this.#index.file;
    return {
      text,
      route: this.#reader.route,
      // Who types a name in full that only other languages have wants to know that.
      accepts: ({ page, foreign }, isWhole) =>
        (section < 0 || pages[page]![2] === section) && (language === '' || !foreign || isWhole),
      limit: mostNames,
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

  /** What is shown as a symbol already is left out: the row, or the page that is no more than its entity. */
  #pages(hits: readonly PageHit[], symbols: readonly FoundSymbol[]): readonly FoundPage[] {
    const shown = new Set(symbols.map(({ symbol }) => placeOf(symbol.page, symbol.parent && symbol.anchor)));
    const pages = hits.filter(({ page, anchor }) => !shown.has(placeOf(page, anchor)));
    return pages.slice(0, mostPages).map((hit) => this.#page(hit));
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

  /** Id of the language in whose tree a hit opens: the shown one, or the first that has it. */
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
