// How well what was typed matches a name: as a whole, at its beginning, at a word inside, anywhere, or but for a
// typing mistake. Each kind of match is better than any of the next.

import { countEdits } from '../../compiler/text/index.ts';
import type { IndexedName, Spelling } from './read-symbols.ts';
import { mostEdits } from './most-edits.ts';

export const quality = { whole: 1000, beginning: 800, word: 600, inside: 400, mistyped: 300 } as const;

export interface NameMatch {
  /** 0: no match. */
  readonly quality: number;
  readonly spelling?: Spelling;
}

const none: NameMatch = { quality: 0 };

/**
 * The best match among a name's spellings; of equal ones this language's own, which stand first.
 * @param typed folded
 * @param mayMistype whether typing mistakes are forgiven: dearer, and only wanted where nothing else is found
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
  const most = mostEdits(typed.length);
  if (most === 0) return 0;
  const edits = countEdits(folded, typed, most);
  if (edits <= most) return quality.mistyped - 50 * edits;
  // A name that is still being typed, with a mistake in it.
  const isLonger = folded.length > typed.length + most && typed.length > 4;
  const inBeginning = isLonger ? countEdits(folded.slice(0, typed.length), typed, most) : most + 1;
  return inBeginning <= most ? quality.mistyped - 150 - 20 * inBeginning : 0;
}
