// A query → pages, the best first, each with the part of its text that matches best. There are two steps: postings give
// the candidates, and the texts of the best candidates decide.

import { foldName, splitWords } from './fold.ts';
import type { ExcerptFile, ExcerptRow, PageRow, PostingFile } from './format.ts';
import { coverageOf, judgeText, type Judgement, type Term } from './judge-text.ts';
import { expandWord, fileOf, indexHasWord, mistypedWeight, type Expansion, type TextIndex } from './read-texts.ts';

export interface PageHit {
  readonly page: number;
  readonly score: number;
  /** Whether the page contains all words of the query, without typing mistakes. */
  readonly isExact: boolean;
  /** Anchor of the matching text; absent for the page's beginning. */
  readonly anchor?: string;
  readonly heading?: string;
  /** The matching text; absent if only the title was compared. */
  readonly text?: string;
  /** Ranges of `text` that match, in order. */
  readonly marks?: readonly (readonly [start: number, end: number])[];
}

export interface PageQuery {
  readonly text: string;
  readonly pages: readonly PageRow[];
  /** Index of the language whose texts are searched; absent for all. */
  readonly language?: number;
  readonly accepts: (page: number) => boolean;
  readonly limit: number;
}

/** Loads a file of the index by its name. It is called several times for the same file. */
export type LoadFile = (name: string) => Promise<unknown>;

/** Words that are ignored in a query that also has other words. */
const fillers = new Set(
  (
    'a an and are as at be by can do does for from how i if in is it me my of on or that the there this to we what ' +
    'when where which why with you your'
  ).split(' '),
);

/** Maximum number of words of a query that are used. */
const maxTerms = 8;

/** Finds pages by the words of their titles and texts. Rejects if a file of the index cannot be loaded. */
export async function findPages(index: TextIndex, query: PageQuery, load: LoadFile): Promise<readonly PageHit[]> {
  const typed = typedWords(index, query.text);
  const expanded = typed.map((word, i) => expandWord(index, word, i === typed.length - 1));
  const postings = await loadPostings(index, expanded.flat(), load);
  const terms = typed.map((word, i) => weigh(word, expanded[i]!, postings, query.pages.length));
  const candidates = rankPages(terms, postings, query).slice(0, query.limit);
  const texts = await Promise.all(candidates.map(({ page }) => loadExcerpts(index, page, load)));
  const hits = candidates.map(({ page, score }, i) => decide(page, score, texts[i]!, terms, query));
  const found = hits.filter((hit) => hit !== undefined).sort((a, b) => b.score - a.score || a.page - b.page);
  return found.filter(({ score }) => score >= minShare * found[0]!.score);
}

/** Minimum score of a hit as a share of the best score. Lower hits contain one of the words by chance. */
const minShare = 0.1;

/** Finds pages whose title is the query, or begins with it. Needs no further file. */
export function findTitles({ text, pages, accepts, limit }: PageQuery): readonly PageHit[] {
  const whole = foldName(text);
  if (whole === '') return [];
  const hits = pages.flatMap(([, title], page) => {
    const folded = foldName(title);
    if (!folded.startsWith(whole) || !accepts(page)) return [];
    return [{ page, score: folded === whole ? exactTitle : whole.length / folded.length, isExact: true }];
  });
  return hits.sort((a, b) => b.score - a.score || a.page - b.page).slice(0, limit);
}

/** Score of a page whose title equals the query. */
export const exactTitle = 1000;

/** Splits a query into words. A name is one word if the index has it as one, else it is split into its parts. */
function typedWords(index: TextIndex, text: string): readonly string[] {
  const all = text.split(/\s+/).flatMap((token) => {
    const folded = foldName(token);
    return indexHasWord(index, folded) ? [folded] : splitWords(token);
  });
  const words = all.filter((word) => !fillers.has(word));
  return [...new Set(words.length > 0 ? words : all)].slice(0, maxTerms);
}

/** By word: its pages, each with the word's weight on the page, 0 to 7. */
type Postings = ReadonlyMap<number, ReadonlyMap<number, number>>;

async function loadPostings(
  { file: { postings } }: TextIndex,
  expansions: readonly Expansion[],
  load: LoadFile,
): Promise<Postings> {
  const lists = await Promise.all(
    expansions.map(async ({ index }) => {
      const { file, row } = fileOf(postings, index);
      const list = ((await load(file)) as PostingFile)[row]!;
      const pages = new Map<number, number>();
      let page = 0;
      for (const entry of list) pages.set((page += entry >> 3), entry & 7);
      return [index, pages] as const;
    }),
  );
  return new Map(lists);
}

async function loadExcerpts(
  { file: { excerpts } }: TextIndex,
  page: number,
  load: LoadFile,
): Promise<readonly ExcerptRow[]> {
  const { file, row } = fileOf(excerpts, page);
  return ((await load(file)) as ExcerptFile)[row]!;
}

/**
 * Gives a word its rarity: higher for words on few pages (the inverse document frequency of BM25), 1 for unknown words.
 */
function weigh(word: string, expansions: readonly Expansion[], postings: Postings, pages: number): Term {
  const count = new Set(expansions.flatMap(({ index }) => [...postings.get(index)!.keys()])).size;
  return { word, expansions, rarity: count === 0 ? 1 : Math.log(1 + (pages - count + 0.5) / (count + 0.5)) + 0.1 };
}

function rankPages(
  terms: readonly Term[],
  postings: Postings,
  { accepts }: PageQuery,
): readonly { page: number; score: number }[] {
  const all = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  const scores = new Map<number, { score: number; covered: number }>();
  for (const { expansions, rarity } of terms) {
    const best = new Map<number, number>();
    for (const { index, weight } of expansions) {
      for (const [page, impact] of postings.get(index)!) {
        best.set(page, Math.max(best.get(page) ?? 0, (weight * (impact + 1)) / 8));
      }
    }
    for (const [page, value] of best) {
      const { score, covered } = scores.get(page) ?? { score: 0, covered: 0 };
      scores.set(page, { score: score + rarity * value, covered: covered + rarity });
    }
  }
  return [...scores]
    .filter(([page]) => accepts(page))
    .map(([page, { score, covered }]) => ({ page, score: score * (covered / all) ** 2 }))
    .sort((a, b) => b.score - a.score || a.page - b.page);
}

/** Finds the best text of a candidate page; undefined if only texts of other languages contain the words. */
function decide(
  page: number,
  score: number,
  rows: readonly ExcerptRow[],
  terms: readonly Term[],
  { pages, language }: PageQuery,
): PageHit | undefined {
  const inTitle = judgeText(pages[page]![1], '', terms);
  const weights = new Map(inTitle.weights);
  let best: { row: ExcerptRow; judged: Judgement } | undefined;
  for (const row of rows) {
    const [text, , heading, languages] = row;
    if (language !== undefined && languages && !languages.includes(language)) continue;
    const judged = judgeText(text, heading || '', terms);
    for (const [term, weight] of judged.weights) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    if (judged.score > (best?.judged.score ?? 0)) best = { row, judged };
  }
  if (weights.size === 0) return undefined;
  // Postings are the same for all languages, so the score is weighted by the words that this language shows.
  const sum = score * coverageOf(weights, terms) ** 2 * (1 + inTitle.score + (best?.judged.score ?? 0));
  const isWellTyped = terms.every(({ expansions }) => expansions.some(({ weight }) => weight > mistypedWeight));
  const isExact = isWellTyped && Math.max(best?.judged.coverage ?? 0, inTitle.coverage) > wholeCoverage;
  return { page, score: sum, isExact, ...(best ? placeOf(best.row, best.judged, inTitle) : openingOf(rows)) };
}

type Place = Pick<PageHit, 'anchor' | 'heading' | 'text' | 'marks'>;

/** If the title matches fully, link to the page's start. */
function placeOf(
  [text, anchor, heading]: ExcerptRow,
  { headingCoverage, marks }: Judgement,
  inTitle: Judgement,
): Place {
  const isTitle = inTitle.coverage > wholeCoverage && headingCoverage <= inTitle.coverage;
  return { ...(isTitle || !anchor ? {} : { anchor, ...(heading ? { heading } : {}) }), text, marks };
}

function openingOf([row]: readonly ExcerptRow[]): Place {
  const [opening = '', anchor] = row ?? [];
  return { text: anchor ? '' : opening };
}

/** Coverage from which all words count as matched. It is below 1, because other forms of a word have lower weights. */
const wholeCoverage = 0.69;
