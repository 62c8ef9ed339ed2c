// Search records → all words of the site, postings in files by word, and texts for excerpts in files by page. A query
// needs only a few files of some kilobytes, even on a large site.

import type { SearchPage, SearchRecords, SearchText } from '../../compiler/model/index.ts';
import type { ExcerptRow, TextFile } from './format.ts';
import { countsOf, lengthOf, pagesOf, sizeOf, type PageCount, type WordTable } from './kept-search.ts';
import { WordSplitter } from './word-splitter.ts';

/**
 * Length of a file in characters after which the next file begins. Compressed, it is about a third of that in bytes.
 */
const postingsSize = 20_000;
const excerptsSize = 12_000;

/** Weights of a word by its place: title, heading, running text. */
const weights = { title: 8, heading: 4, text: 1 };
/** BM25's parameters k1 (saturation by repeated words) and b (penalty for long pages). */
const saturation = 1.2;
const lengthShare = 0.6;
/** Maximum of the weights in postings, which are integers. */
const weightSteps = 7;

/** Adds a file and returns its name. */
type AddFile = (kind: string, content: unknown) => string;

/**
 * Counts the words of a page.
 * @param excerpts of the page (`writeExcerpts`)
 * @param splitter shared by several pages, since it remembers their words
 */
export function countPage(page: SearchPage, excerpts: string, splitter = new WordSplitter()): PageCount {
  return { ...countWords(page, splitter), size: excerpts.length };
}

/** The excerpts of a page, as JSON. */
export function writeExcerpts(page: SearchPage, records: Pick<SearchRecords, 'languages'>): string {
  return JSON.stringify(excerptsOf(page, records));
}

/** The excerpts of a page, as its file has them. */
export function excerptsOf({ texts }: SearchPage, records: Pick<SearchRecords, 'languages'>): readonly ExcerptRow[] {
  return texts.map((text) => excerptOf(text, records));
}

/**
 * Makes the file of words, and the files that it names.
 * @param addExcerpts adds the file with the excerpts of the pages from `first` to `end`, and returns its name
 */
export function writeTexts(
  table: WordTable,
  addFile: AddFile,
  addExcerpts: (first: number, end: number) => string,
): TextFile {
  const postings = listPostings(table);
  const used = table.words.flatMap((word, i): (readonly [string, readonly number[]])[] => {
    const list = postings[i];
    return list === undefined ? [] : [[word, list]];
  });
  used.sort(([a], [b]) => (a < b ? -1 : 1));
  const lists = used.map(([, list]) => list);
  return {
    words: frontCode(used.map(([word]) => word)),
    postings: groupBySize(lists.map(jsonLength), postingsSize).map(
      ([first, end]) => [addFile('words', lists.slice(first, end)), first] as const,
    ),
    excerpts: groupBySize(
      Array.from({ length: pagesOf(table) }, (_, page) => sizeOf(table, page)),
      excerptsSize,
    ).map(([first, end]) => [addExcerpts(first, end), first] as const),
  };
}

/** By word: its pages, as their file has them; undefined if no page has the word. */
function listPostings(table: WordTable): readonly (readonly number[] | undefined)[] {
  const { words, counts } = table;
  const count = pagesOf(table);
  let sum = 0;
  for (let page = 0; page < count; page++) sum += lengthOf(table, page);
  const mean = sum / Math.max(1, count);
  const postings: (number[] | undefined)[] = words.map(() => undefined);
  const last = new Uint32Array(words.length);
  for (let page = 0; page < count; page++) {
    const damping = saturation * (1 - lengthShare + (lengthShare * lengthOf(table, page)) / mean);
    const [start, end] = countsOf(table, page);
    for (let at = start; at < end; at += 2) {
      const word = counts[at]!;
      const times = counts[at + 1]!;
      const weight = Math.round((weightSteps * times) / (times + damping));
      const posting = 8 * (page - last[word]!) + weight;
      const list = postings[word];
      if (list === undefined) postings[word] = [posting];
      else list.push(posting);
      last[word] = page;
    }
  }
  return postings;
}

/** Length of the JSON of whole numbers that are not negative. */
function jsonLength(numbers: readonly number[]): number {
  // Brackets and commas.
  let length = numbers.length + 1;
  for (const number of numbers) {
    length++;
    for (let left = number; left >= 10; left = Math.floor(left / 10)) length++;
  }
  return length;
}

function countWords({ title, texts }: SearchPage, splitter: WordSplitter): Pick<PageCount, 'words' | 'length'> {
  const words = new Map<string, number>();
  let length = 0;
  const add = (text: string, weight: number): void => {
    const { split, joined } = splitter.split(text);
    length += split.length;
    for (const word of split) words.set(word, (words.get(word) ?? 0) + weight);
    for (const word of joined) words.set(word, (words.get(word) ?? 0) + weight);
  };
  add(title, weights.title);
  // A text with different forms by language counts once per form. This is rare, and the forms differ by few words.
  for (const { heading = '', text } of texts) {
    if (heading !== '') add(heading, weights.heading);
    add(text, weights.text);
  }
  return { words, length };
}

function excerptOf(
  { text, anchor, heading, languages }: SearchText,
  { languages: all }: Pick<SearchRecords, 'languages'>,
): ExcerptRow {
  const own = languages?.map((id) => all.findIndex((language) => language.id === id));
  if (own) return [text, anchor ?? 0, heading ?? 0, own];
  if (heading !== undefined) return [text, anchor ?? 0, heading];
  return anchor === undefined ? [text] : [text, anchor];
}

/** Front-codes sorted words (`TextFile.words`). */
function frontCode(words: readonly string[]): string {
  return words
    .map((word, i) => {
      const before = words[i - 1] ?? '';
      let shared = 0;
      while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

/**
 * Divides rows into groups, by their sizes. A group ends when it has `size` characters of JSON.
 * @returns the first row of each group, and the row behind its last one
 */
function groupBySize(sizes: readonly number[], size: number): readonly (readonly [first: number, end: number])[] {
  const groups: [number, number][] = [];
  let filled = size;
  sizes.forEach((own, i) => {
    if (filled >= size) {
      groups.push([i, i]);
      filled = 0;
    }
    groups.at(-1)![1] = i + 1;
    filled += own;
  });
  return groups;
}
