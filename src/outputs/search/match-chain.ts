// Compares a query of several names, such as `connection.state`, `state connection` or `client.sso.getConnection`, with
// a symbol and its parents.

import { quality, type NameMatch } from './match-name.ts';
import type { IndexedName, IndexedSymbol } from './read-symbols.ts';

/** The names that match one part of the query. */
export type NameMatches = ReadonlyMap<IndexedName, NameMatch>;

/**
 * Matches a symbol: one part must be its name, and each other part the name of one of its parents.
 * @param byPart the matching names for each part of the query
 * @param isQualified whether the query is written without spaces, like code
 */
export function matchChain(
  symbol: IndexedSymbol,
  byPart: readonly NameMatches[],
  isQualified: boolean,
): ChainMatch | undefined {
  if (symbol.parent === undefined) return isQualified ? matchQualified(symbol, byPart) : undefined;
  let best: { score: number; part: number } | undefined;
  byPart.forEach((own, part) => {
    const match = own.get(symbol.name);
    if (match === undefined) return;
    let least: number = match.quality;
    let sum = 0;
    for (const [i, matches] of byPart.entries()) {
      if (i === part) continue;
      const above = Math.max(...ancestorsOf(symbol).map(({ name }) => matches.get(name)?.quality ?? 0));
      least = Math.min(least, above);
      sum += above;
    }
    // In a dotted name, the last part is the symbol's name.
    const isLast = part === byPart.length - 1 ? 5 : 0;
    const whole = 0.7 * match.quality + (0.25 * sum) / (byPart.length - 1) + isLast;
    // With one mistyped part, the score is not higher than for a mistyped name.
    const score = least >= quality.inside - 100 ? whole : Math.min(whole, least - 1);
    if (score > (best?.score ?? 0)) best = { score, part };
  });
  return best;
}

export interface ChainMatch {
  readonly score: number;
  /** Index of the part that names the symbol. */
  readonly part: number;
}

/**
 * Matches an entity with the code before it: in `client.sso.getConnection()`, only the last name must be the entity's.
 */
function matchQualified({ name }: IndexedSymbol, byPart: readonly NameMatches[]): ChainMatch | undefined {
  const part = byPart.length - 1;
  const isNamed = (byPart[part]?.get(name)?.quality ?? 0) >= quality.whole;
  return isNamed ? { score: quality.beginning, part } : undefined;
}

function ancestorsOf({ parent }: IndexedSymbol): readonly IndexedSymbol[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}
