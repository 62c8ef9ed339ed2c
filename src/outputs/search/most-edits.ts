// Typing mistakes that are looked past: fewer than anybody would take for another word.

/** Mistakes that a word of some length may hold: none in short words, where every other word is near. */
export function mostEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
