// The number of typing mistakes that the search allows.

/**
 * Maximum edit distance for a word of a length. Short words must match exactly, because many words are similar to them.
 */
export function maxEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
