// What a build keeps of the search index, so that the next one can change it without the texts of all pages: the
// counted words of each page, in few large arrays, which are read quickly.

import type { TextFile } from './format.ts';
import type { PageCount } from './write-texts.ts';

export interface KeptSearch {
  /** Routes of the pages of the index, in its order. */
  readonly routes: readonly string[];
  /** Paths of the files of symbols, from the top of the output. */
  readonly symbols: readonly string[];
  /** The file of words, with its name. */
  readonly texts: { readonly name: string; readonly file: TextFile };
  /** All words, one a line. */
  readonly words: string;
  /** Page by page: pairs of a word's index and its count. */
  readonly counts: Uint32Array;
  /** By page: the end of its part of `counts`, its length in words, and the size of its excerpts. */
  readonly pages: Uint32Array;
}

const perPage = 3;

export function keepSearch(
  routes: readonly string[],
  symbols: readonly string[],
  counted: readonly PageCount[],
  texts: KeptSearch['texts'],
): KeptSearch {
  const indexes = new Map<string, number>();
  const counts: number[] = [];
  const pages: number[] = [];
  for (const { words, length, size } of counted) {
    for (const [word, count] of words) {
      let index = indexes.get(word);
      if (index === undefined) indexes.set(word, (index = indexes.size));
      counts.push(index, count);
    }
    pages.push(counts.length, length, size);
  }
  return {
    routes,
    symbols,
    texts,
    words: [...indexes.keys()].join('\n'),
    counts: new Uint32Array(counts),
    pages: new Uint32Array(pages),
  };
}

/** The counted words of all pages. */
export function readCounts({ words, counts, pages, routes }: KeptSearch): readonly PageCount[] {
  const all = words.split('\n');
  return routes.map((_, i) => {
    const own = counts.subarray(i === 0 ? 0 : pages[perPage * (i - 1)], pages[perPage * i]);
    const found: [string, number][] = [];
    for (let at = 0; at < own.length; at += 2) found.push([all[own[at]!]!, own[at + 1]!]);
    return { words: found, length: pages[perPage * i + 1]!, size: pages[perPage * i + 2]! };
  });
}
