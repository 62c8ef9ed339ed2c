// The counted words of all pages, in few large arrays: the index is written from them, and a build keeps them, so that
// the next one can change the index without the texts of all pages.

import type { TextFile } from './format.ts';

/** What the words of a page count, and the size of its excerpts in characters of JSON. */
export interface PageCount {
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
  readonly size: number;
}

/** The counted words of pages. */
export interface WordTable {
  /** All words, each once, in any order. There may be words that no page has. */
  readonly words: readonly string[];
  /** Page by page: pairs of a word's index and its count. */
  readonly counts: Uint32Array;
  /** By page: the end of its part of `counts`, its length in words, and the size of its excerpts. */
  readonly pages: Uint32Array;
}

export interface KeptSearch extends Omit<WordTable, 'words'> {
  /** Routes of the pages of the index, in its order. */
  readonly routes: readonly string[];
  /** Paths of the files of symbols, from the top of the output. */
  readonly symbols: readonly string[];
  /** The file of words, with its name. */
  readonly texts: { readonly name: string; readonly file: TextFile };
  /** The words of the table, one a line: they are read quickly. */
  readonly words: string;
}

const perPage = 3;

/** The number of pages of a table. */
export function pagesOf({ pages }: WordTable): number {
  return pages.length / perPage;
}

/** Where the counts of a page begin and end. */
export function countsOf({ pages }: WordTable, page: number): readonly [start: number, end: number] {
  return [page === 0 ? 0 : pages[perPage * (page - 1)]!, pages[perPage * page]!];
}

/** The length of a page in words. */
export function lengthOf({ pages }: WordTable, page: number): number {
  return pages[perPage * page + 1]!;
}

/** The size of the excerpts of a page. */
export function sizeOf({ pages }: WordTable, page: number): number {
  return pages[perPage * page + 2]!;
}

/** Puts the counts of pages into a table, one page after the other. */
export class TableMaker {
  readonly #words = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #pages: number[] = [];

  add(count: PageCount): void {
    for (const number of numbersOf(count, this.#words)) this.#counts.push(number);
    this.#pages.push(this.#counts.length, count.length, count.size);
  }

  make(): WordTable {
    return {
      words: [...this.#words.keys()],
      counts: new Uint32Array(this.#counts),
      pages: new Uint32Array(this.#pages),
    };
  }
}

/** A table with other counts for some pages. */
export function changeTable(table: WordTable, changed: ReadonlyMap<number, PageCount>): WordTable {
  if (changed.size === 0) return table;
  const words = new Map(table.words.map((word, i) => [word, i]));
  const pages = new Uint32Array(table.pages.length);
  const parts: Uint32Array[] = [];
  let end = 0;
  for (let page = 0; page < pagesOf(table); page++) {
    const count = changed.get(page);
    const own = count ? new Uint32Array(numbersOf(count, words)) : table.counts.subarray(...countsOf(table, page));
    parts.push(own);
    end += own.length;
    pages.set([end, count?.length ?? lengthOf(table, page), count?.size ?? sizeOf(table, page)], perPage * page);
  }
  const counts = new Uint32Array(end);
  let at = 0;
  for (const part of parts) {
    counts.set(part, at);
    at += part.length;
  }
  return { words: [...words.keys()], counts, pages };
}

/** Pairs of a word's index and its count. Adds words that are new. */
function numbersOf({ words: counted }: PageCount, words: Map<string, number>): readonly number[] {
  const numbers: number[] = [];
  for (const [word, count] of counted) {
    let index = words.get(word);
    if (index === undefined) words.set(word, (index = words.size));
    numbers.push(index, count);
  }
  return numbers;
}

/** @param search everything of the index except its words */
export function keepSearch(table: WordTable, search: Pick<KeptSearch, 'routes' | 'symbols' | 'texts'>): KeptSearch {
  return { ...search, ...table, words: table.words.join('\n') };
}

/** The table that an index was written from. */
export function readTable({ words, counts, pages }: KeptSearch): WordTable {
  return { words: words.split('\n'), counts, pages };
}
