// Scores a text by the words of a query, and finds their places in the text.

import { foldName, splitWords } from './fold.ts';
import type { Expansion } from './read-texts.ts';

/** A word of the query, with the words of the site that match it. */
export interface Term {
  readonly word: string;
  readonly expansions: readonly Expansion[];
  /** Weight of the word: higher for rare words. */
  readonly rarity: number;
}

export interface Judgement {
  /** 0 if the text contains none of the words; about 1 if it contains all of them. */
  readonly score: number;
  /** Weight of the best match, by the term's index; 1 for the word itself. Terms without a match are absent. */
  readonly weights: ReadonlyMap<number, number>;
  /** Share of the words that match, weighted by rarity. */
  readonly coverage: number;
  /** Share of the words that match the heading, weighted by rarity. */
  readonly headingCoverage: number;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Added to the score for each word that follows the word before it in the query. */
const neighbourBonus = 0.25;
/** Maximum number of other words between such neighbours: “exchange the code of a sign-in”. */
const maxBetween = 2;
/** Weight of the heading's coverage in the score. */
const headingShare = 0.5;

/** Scores a text and its heading. `marks` are ranges of the text. */
export function judgeText(text: string, heading: string, terms: readonly Term[]): Judgement {
  const termOf = new Map<string, { readonly term: number; readonly weight: number }>();
  terms.forEach(({ expansions }, term) => {
    for (const { word, weight } of expansions) {
      if ((termOf.get(word)?.weight ?? 0) < weight) termOf.set(word, { term, weight });
    }
  });
  const inText = scan(text, termOf);
  const inHeading = scan(heading, termOf);
  const both = new Map(inText.weights);
  for (const [term, weight] of inHeading.weights) both.set(term, Math.max(weight, both.get(term) ?? 0));
  const [coverage, headingCoverage] = [coverageOf(both, terms), coverageOf(inHeading.weights, terms)];
  const neighbours = Math.max(inText.neighbours, inHeading.neighbours) * neighbourBonus;
  return {
    score: coverage === 0 ? 0 : coverage ** 2 + headingShare * headingCoverage + neighbours,
    weights: both,
    coverage,
    headingCoverage,
    marks: inText.marks,
  };
}

/** Returns the share of the words that have a weight, weighted by rarity. */
export function coverageOf(weights: ReadonlyMap<number, number>, terms: readonly Term[]): number {
  const all = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  return [...weights].reduce((sum, [term, weight]) => sum + weight * terms[term]!.rarity, 0) / all;
}

interface Scan {
  /** Best weight by term. */
  readonly weights: ReadonlyMap<number, number>;
  readonly neighbours: number;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

function scan(text: string, termOf: ReadonlyMap<string, { readonly term: number; readonly weight: number }>): Scan {
  const weights = new Map<number, number>();
  const marks: [number, number][] = [];
  const pairs = new Set<number>();
  let before: number | undefined;
  let between = 0;
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}_$]+/gu)) {
    const words = [foldName(token), ...splitWords(token)];
    const found = words.map((word) => termOf.get(word)).filter((entry) => entry !== undefined);
    for (const { term, weight } of found) {
      weights.set(term, Math.max(weight, weights.get(term) ?? 0));
      if (before !== undefined && term === before + 1) pairs.add(term);
      before = term;
    }
    between = found.length > 0 ? 0 : between + 1;
    if (found.length > 0) marks.push([index, index + token.length]);
    else if (between > maxBetween) before = undefined;
  }
  return { weights, neighbours: pairs.size, marks };
}
