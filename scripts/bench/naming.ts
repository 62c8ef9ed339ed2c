// Words → identifiers in each language's casing. Words come in snake case: `billing_invoice`.

export type Casing = 'snake' | 'camel' | 'pascal' | 'go';

/** `starts_at` as `startsAt`, `StartsAt`; in Go abbreviations stay whole: `ExternalID`. */
export function inCasing(snake: string, casing: Casing): string {
  if (casing === 'snake') return snake;
  const words = snake.split('_').map((word, i) => {
    if (casing === 'camel' && i === 0) return word;
    if (casing === 'go' && (word === 'id' || word === 'url')) return word.toUpperCase();
    return capitalise(word);
  });
  return words.join('');
}

/** `billing_invoice` as words: `billing invoice`. */
export function inWords(snake: string): string {
  return snake.replaceAll('_', ' ');
}

export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** English plural of the vocabulary's nouns. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** “an account”, “a batch”. */
export function withArticle(words: string): string {
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}
