// Texts → their folded words, as `fold.ts` makes them. Words that were met before are looked up.

import { joinedNames, splitWords } from './fold.ts';

/** The words of a text, in order. */
export interface SplitText {
  /** Those of `splitWords`. */
  readonly split: readonly string[];
  /** Those of `joinedNames`. */
  readonly joined: readonly string[];
}

const notAscii = /[^\0-\x7f]/;
/** Matches the names of an ASCII text. The words of such a text are those of its names, one after the other. */
const asciiName = /[A-Za-z0-9_$]+/g;

/** Splits texts, which mostly have the same words. */
export class WordSplitter {
  readonly #known = new Map<string, SplitText>();

  split(text: string): SplitText {
    if (notAscii.test(text)) return splitWhole(text);
    const split: string[] = [];
    const joined: string[] = [];
    for (const name of text.match(asciiName) ?? []) {
      let known = this.#known.get(name);
      if (known === undefined) this.#known.set(name, (known = splitWhole(name)));
      for (const word of known.split) split.push(word);
      for (const word of known.joined) joined.push(word);
    }
    return { split, joined };
  }
}

function splitWhole(text: string): SplitText {
  return { split: splitWords(text), joined: joinedNames(text) };
}
