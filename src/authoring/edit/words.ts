// Names in the casings of languages.

import type { Casing } from '../../compiler/languages/index.ts';

/** The words of a name in any casing, in lower case. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return parted
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Words as one name. */
export function joinWords(words: readonly string[], casing: Casing): string {
  if (casing === 'snake') return words.join('_');
  return words.map((word, i) => (casing === 'camel' && i === 0 ? word : capitalise(word))).join('');
}
