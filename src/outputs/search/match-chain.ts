// A name with what leads to it, as `connection.state`, `state connection` or `client.sso.getConnection`, against a symbol
// and what it belongs to.

import { quality, type NameMatch } from './match-name.ts';
import type { IndexedName, IndexedSymbol } from './read-symbols.ts';

/** How well each name matches one part of what was typed; names that do not are absent. */
export type NameMatches = ReadonlyMap<IndexedName, NameMatch>;

/** One part names the symbol, and each other one something that it belongs to: `connection.state`, `state connection`. */
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
    // Dotted names are read from left to right.
    const isLast = part === byPart.length - 1 ? 5 : 0;
    const whole = 0.7 * match.quality + (0.25 * sum) / (byPart.length - 1) + isLast;
    // One mistyped part makes the chain a guess, as a mistyped name is.
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

/** An entity behind what leads to it in code: in `client.sso.getConnection()` only the last name has to be known. */
function matchQualified({ name }: IndexedSymbol, byPart: readonly NameMatches[]): ChainMatch | undefined {
  const part = byPart.length - 1;
  const isNamed = (byPart[part]?.get(name)?.quality ?? 0) >= quality.whole;
  return isNamed ? { score: quality.beginning, part } : undefined;
}

function ancestorsOf({ parent }: IndexedSymbol): readonly IndexedSymbol[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}
