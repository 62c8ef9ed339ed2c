// The file of words → a dictionary to look words up in, and the places of what is said about them.

import { countEdits } from '../../compiler/text/index.ts';
import { stemOf } from './fold.ts';
import type { TextFile } from './format.ts';
import { mostEdits } from './most-edits.ts';

export interface TextIndex {
  readonly file: TextFile;
  /** Sorted. */
  readonly words: readonly string[];
}

/** A word of the site that stands for a word that was typed; `weight` is 1 for the word itself. */
export interface Expansion {
  readonly index: number;
  readonly word: string;
  readonly weight: number;
}

/** Weights of words that stand for what was typed. */
const formWeight = 0.9;
const completionWeight = 0.7;
/** For one typing mistake; half of it for two. */
export const mistypedWeight = 0.5;

/** Letters of a word from which on it is completed: fewer may become anything. */
const leastBeginning = 3;
/** Words that a beginning may be completed to, at most: more would say nothing. */
const mostCompletions = 40;

export function readTexts(file: TextFile): TextIndex {
  const words: string[] = [];
  for (const [coded] of file.words.matchAll(/[A-Z][^A-Z]*/g)) {
    const shared = coded.charCodeAt(0) - 65;
    words.push((words.at(-1) ?? '').slice(0, shared) + coded.slice(1));
  }
  return { file, words };
}

/**
 * Words of the site for one that was typed: itself, its other forms, where it is the last one what it may become, and
 * where there is nothing of all that, what it may be a mistyped form of.
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
  if (isLast && typed.length >= leastBeginning) {
    const start = lowerBound(words, typed);
    const last = start + mostCompletions;
    words
      .slice(start, last)
      .forEach((word, i) => word.startsWith(typed) && add(start + i, word === typed ? 1 : completionWeight));
  }
  const exact = lowerBound(words, typed);
  // Short words are shorter than what the loop above begins with.
  if (words[exact] === typed) add(exact, 1);
  const most = mostEdits(typed.length);
  if (found.size === 0 && most > 0) {
    words.forEach((word, i) => {
      const edits = countEdits(word, typed, most);
      if (edits <= most) add(i, mistypedWeight / edits);
    });
  }
  return [...found.values()];
}

/** Whether the site has a word, as it is. */
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

/** The file that holds a row, and the row's place in it. */
export function fileOf(
  files: readonly (readonly [file: string, first: number])[],
  index: number,
): { readonly file: string; readonly row: number } {
  const [file, first] = files[files.findLastIndex((entry) => entry[1] <= index)]!;
  return { file, row: index - first };
}
