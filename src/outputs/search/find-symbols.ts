// A query → symbols, the best first. Queries are for example `organizationId`, `connection.state`, `get connection` and
// `/connections/:id`.

import type { SymbolKind } from '../../compiler/model/index.ts';
import { countEdits } from '../../compiler/text/index.ts';
import { foldName } from './fold.ts';
import { matchChain, type NameMatches } from './match-chain.ts';
import { matchName, quality, type NameMatch } from './match-name.ts';
import type { IndexedName, IndexedSymbol, SymbolIndex } from './read-symbols.ts';

export interface SymbolHit {
  readonly symbol: IndexedSymbol;
  /** On the scale of `quality`. */
  readonly score: number;
  /** The typed name, if this language spells the same name differently. */
  readonly otherSpelling?: string;
}

export interface SymbolHits {
  /** The best hits, at most `limit` of the query. */
  readonly hits: readonly SymbolHit[];
  /** Number of all hits. */
  readonly total: number;
}

export interface SymbolQuery {
  readonly text: string;
  /** Route of the reader's page. Of equal hits, those on this page come first. */
  readonly route?: string;
  /** Whether a symbol may be a hit. `isWhole`: whether the typed name equals the symbol's name. */
  readonly accepts: (symbol: IndexedSymbol, isWhole: boolean) => boolean;
  readonly limit: number;
}

/** Words between a name and the name of its parent, as in `state of a connection`. */
const joints = new Set(['of', 'in', 'on', 'a', 'an', 'the']);

const kindOrder: readonly SymbolKind[] = ['object', 'method', 'property', 'parameter', 'return'];

/**
 * Finds symbols by name. Hits are ordered by their score, then by `orderOf`. Mistyped names match only if nothing else
 * does.
 */
export function findSymbols(index: SymbolIndex, query: SymbolQuery): SymbolHits {
  const [, verb = '', text = ''] = /^(?:([a-z]+)\s+(?=\/))?(.*)$/i.exec(query.text.trim()) ?? [];
  const whole = foldName(text);
  if (whole === '') return { hits: [], total: 0 };
  const parts = text
    .split(/(?:[\s.#/\\>()]|::)+/)
    .filter((part) => foldName(part) !== '' && !joints.has(part.toLowerCase()));
  const typed = { whole, parts, verb: verb.toUpperCase(), isQualified: !/\s/.test(text) };
  const sure = search(index, query, typed, false).filter(({ score }) => score >= quality.inside);
  const hits = sure.length > 0 ? sure : search(index, query, typed, true);
  const here = index.file.pages.findIndex(([route]) => route === query.route);
  const ranked = hits.map((hit) => ({ ...hit, order: orderOf(hit, here) }));
  ranked.sort((a, b) => b.score - a.score || a.order - b.order);
  const best = ranked.slice(0, query.limit).map(({ order: _order, isAlias: _isAlias, ...hit }) => hit);
  return { hits: best, total: hits.length };
}

interface RankedHit extends SymbolHit {
  /** Whether the match is a name that only another language uses. */
  readonly isAlias: boolean;
}

/** A parsed query. */
interface Typed {
  /** The query without its verb, folded. */
  readonly whole: string;
  readonly parts: readonly string[];
  /** HTTP verb before a path; `''` for none. */
  readonly verb: string;
  /** Whether it is written without spaces, like code. */
  readonly isQualified: boolean;
}

/** Added to the score if the verb matches. It only decides between methods of one path, not between kinds of match. */
const verbBonus = 1;

function search(
  index: SymbolIndex,
  { accepts }: SymbolQuery,
  { whole, parts, verb, isQualified }: Typed,
  mayMistype: boolean,
): RankedHit[] {
  const wholes = matchNames(index, whole, mayMistype);
  const byPart = parts.length > 1 ? parts.map((part) => matchNames(index, foldName(part), mayMistype)) : [];
  const hits: RankedHit[] = [];
  for (const symbol of index.symbols) {
    const match = wholes.get(symbol.name);
    const chain = byPart.length > 0 ? matchChain(symbol, byPart, isQualified) : undefined;
    const best = Math.max(match?.quality ?? 0, chain?.score ?? 0);
    if (best <= 0 || !accepts(symbol, best >= quality.whole)) continue;
    const score = best + (verb !== '' && symbol.verb === verb ? verbBonus : 0);
    const typed =
      chain && chain.score > (match?.quality ?? 0) ? parts[chain.part]! : parts.length > 1 ? undefined : parts[0];
    const isOther = typed !== undefined && isOtherSpelling(typed, symbol.name);
    const isAlias = best === match?.quality && match.spelling?.isForeign === true;
    hits.push({ symbol, score, isAlias, ...(isOther ? { otherSpelling: typed } : {}) });
  }
  return hits;
}

function matchNames({ names }: SymbolIndex, typed: string, mayMistype: boolean): NameMatches {
  const matches = new Map<IndexedName, NameMatch>();
  for (const name of names) {
    const match = matchName(name, typed, mayMistype);
    if (match.quality > 0) matches.set(name, match);
  }
  return matches;
}

/** Whether a typed name equals the symbol's name in a spelling that this language does not use. */
function isOtherSpelling(typed: string, { shown, spellings }: IndexedName): boolean {
  const folded = foldName(typed);
  const match = spellings.find((spelling) => spelling.folded === folded);
  if (match === undefined || shown === typed || match.text === typed) return match !== undefined && match.isForeign;
  // Letters of one case only are not the spelling of a language. They were typed quickly.
  return /[_-]|\p{Ll}\p{Lu}|^\p{Lu}+\p{Ll}/u.test(typed) && !shown.includes(typed);
}

/** Finds at most three symbols with similar names, for a query without hits. */
export function findNearestSymbols(index: SymbolIndex, query: SymbolQuery): readonly SymbolHit[] {
  const typed = foldName(query.text);
  const max = Math.min(4, Math.floor(typed.length / 2));
  const edits = new Map<IndexedName, number>();
  for (const name of index.names) {
    const least = Math.min(...name.spellings.map(({ folded }) => countEdits(folded, typed, max)));
    if (least <= max) edits.set(name, least);
  }
  const nearest = [...edits].sort((a, b) => a[1] - b[1]).slice(0, 3);
  return nearest.flatMap(([name, count]) => {
    const own = index.symbols.filter((symbol) => symbol.name === name && query.accepts(symbol, false));
    return own.slice(0, 1).map((symbol) => ({ symbol, score: quality.mistyped - 50 * count }));
  });
}

/**
 * The order of hits with equal scores, lower first: entities, names of this language, the reader's page, symbols that
 * this language has, smaller depth, kind, order of pages.
 */
function orderOf({ symbol: { page, foreign, kind, depth }, isAlias }: RankedHit, here: number): number {
  const kindPlace = kindOrder.indexOf(kind);
  const marks = [
    kindPlace < 2 ? 0 : 1,
    isAlias ? 1 : 0,
    page === here ? 0 : 1,
    foreign ? 1 : 0,
    Math.min(depth, 9),
    kindPlace,
  ];
  return Number(marks.join('')) * 1e6 + page;
}
