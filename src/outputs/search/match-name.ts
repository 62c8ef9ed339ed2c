// Compares a typed name with a symbol's name: equal, at the beginning, at the beginning of a word, anywhere, or with
// typing mistakes. Each kind of match has a higher score than the next.

import { countEdits } from '../../compiler/text/index.ts';
import type { IndexedName, Spelling } from './read-symbols.ts';
import { maxEdits } from './max-edits.ts';

/** The highest score of each kind of match. */
export const quality = { whole: 1000, beginning: 800, word: 600, inside: 400, mistyped: 300 } as const;

export interface NameMatch {
  /** The score; 0 for no match. */
  readonly quality: number;
  readonly spelling?: Spelling;
}

const none: NameMatch = { quality: 0 };

/**
 * Finds the best match among a name's spellings. Of equal matches, it prefers this language's spelling, which is first.
 * @param typed the typed name, folded
 * @param mayMistype whether typing mistakes are allowed; this is slower, and only useful if nothing else matches
 */
export function matchName({ spellings }: IndexedName, typed: string, mayMistype: boolean): NameMatch {
  let best = none;
  for (const spelling of spellings) {
    const found = matchSpelling(spelling, typed, mayMistype);
    if (found > best.quality) best = { quality: found, spelling };
  }
  return best;
}

function matchSpelling({ folded, starts }: Spelling, typed: string, mayMistype: boolean): number {
  if (folded === typed) return quality.whole;
  const rest = Math.min(150, 3 * (folded.length - typed.length));
  const at = folded.indexOf(typed);
  if (at === 0) return quality.beginning - rest;
  if (at > 0) {
    const isWord = starts.some((start) => start > 0 && folded.startsWith(typed, start));
    if (isWord) return quality.word - rest;
    if (typed.length > 2) return quality.inside - Math.min(90, rest);
  }
  return mayMistype ? matchMistyped(folded, typed) : 0;
}

function matchMistyped(folded: string, typed: string): number {
  const max = maxEdits(typed.length);
  if (max === 0) return 0;
  const edits = countEdits(folded, typed, max);
  if (edits <= max) return quality.mistyped - 50 * edits;
  // The typed text may be the beginning of the name, with a mistake.
  const isLonger = folded.length > typed.length + max && typed.length > 4;
  const inBeginning = isLonger ? countEdits(folded.slice(0, typed.length), typed, max) : max + 1;
  return inBeginning <= max ? quality.mistyped - 150 - 20 * inBeginning : 0;
}
