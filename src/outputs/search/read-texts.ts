// The file of words → a dictionary of words, and the places of their postings and of excerpts.

import { countEdits } from '../../compiler/text/index.ts';
import { stemOf } from './fold.ts';
import type { TextFile } from './format.ts';
import { maxEdits } from './max-edits.ts';

export interface TextIndex {
  readonly file: TextFile;
  /** Sorted. */
  readonly words: readonly string[];
}

/** A word of the site that matches a typed word. `weight` is 1 for the word itself. */
export interface Expansion {
  readonly index: number;
  readonly word: string;
  readonly weight: number;
}

/** Weight of another form of the typed word. */
const formWeight = 0.9;
/** Weight of a word that begins with the typed word. */
const completionWeight = 0.7;
/** Weight of a word with one typing mistake; half of it for two mistakes. */
export const mistypedWeight = 0.5;

/** Minimum length of a typed word that is completed. Shorter words have too many completions. */
const minBeginning = 3;
/** Maximum number of completions of a word. */
const maxCompletions = 40;

/** Reads the file of words. */
export function readTexts(file: TextFile): TextIndex {
  const words: string[] = [];
  for (const [coded] of file.words.matchAll(/[A-Z][^A-Z]*/g)) {
    const shared = coded.charCodeAt(0) - 65;
    words.push((words.at(-1) ?? '').slice(0, shared) + coded.slice(1));
  }
  return { file, words };
}

/**
 * Finds the words of the site that match a typed word: the word itself, its other forms, its completions if it is the
 * last word of the query, and if there are none of these, words that differ by typing mistakes.
 */
export function expandWord({ words }: TextIndex, typed: string, isLast: boolean): readonly Expansion[] {
  const found = new Map<number, Expansion>();
  const add = (index: number, weight: number): void => {
    if ((found.get(index)?.weight ?? 0) < weight) found.set(index, { index, word: words[index]!, weight });
  };
  const stem = stemOf(typed);
  const beginning = stem.slice(0, Math.max(3, stem.length - 1));
  for (let i = lowerBound(words, beginning); i < words.length && words[i]!.startsWith(beginning); i++) {
    if (words[i] === typed) add(i, 1);
    else if (stemOf(words[i]!) === stem) add(i, formWeight);
  }
  if (isLast && typed.length >= minBeginning) {
    const start = lowerBound(words, typed);
    const last = start + maxCompletions;
    words
      .slice(start, last)
      .forEach((word, i) => word.startsWith(typed) && add(start + i, word === typed ? 1 : completionWeight));
  }
  const exact = lowerBound(words, typed);
  // The loop above does not find words that are shorter than `beginning`.
  if (words[exact] === typed) add(exact, 1);
  const max = maxEdits(typed.length);
  if (found.size === 0 && max > 0) {
    words.forEach((word, i) => {
      const edits = countEdits(word, typed, max);
      if (edits <= max) add(i, mistypedWeight / edits);
    });
  }
  return [...found.values()];
}

/** Whether the site has exactly this word. */
export function indexHasWord({ words }: TextIndex, word: string): boolean {
  return word !== '' && words[lowerBound(words, word)] === word;
}

/** Index of the first word that is not before `word`. */
function lowerBound(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the file that contains a row, and the index of the row in the file. */
export function fileOf(
  files: readonly (readonly [file: string, first: number])[],
  index: number,
): { readonly file: string; readonly row: number } {
  const [file, first] = files[files.findLastIndex((entry) => entry[1] <= index)]!;
  return { file, row: index - first };
}
