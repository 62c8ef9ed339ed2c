// Words → a name in the casing of a language.

import { capitalise } from '../text/index.ts';
import type { Casing } from './language-facts.ts';

/** @param words in lower case */
export function joinWords(words: readonly string[], casing: Casing): string {
  if (casing === 'snake') return words.join('_');
  return words.map((word, i) => (casing === 'camel' && i === 0 ? word : capitalise(word))).join('');
}
