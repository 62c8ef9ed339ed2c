// The first segment of a path that does not exist → the language that it probably means: by one of the language's
// names, or by a misspelt name.

import { countEdits } from '../../compiler/text/index.ts';

export interface KnownLanguage {
  readonly id: string;
  /** The label, then other names: of its samples and its package. */
  readonly names: readonly string[];
}

/** Returns the id of the language; undefined if no language has a similar name. */
export function guessLanguage(segment: string, languages: readonly KnownLanguage[]): string | undefined {
  const typed = fold(segment);
  if (typed === '') return undefined;
  const known = languages.map(({ id, names: [label = '', ...others] }) => ({
    id,
    main: [id, label].map(fold),
    others: others.map(fold),
  }));
  const main = known.find(({ id }) => fold(id) === typed) ?? known.find((language) => language.main.includes(typed));
  if (main) return main.id;
  const matches = known.filter(({ others }) => others.includes(typed));
  // A name that several languages share is ambiguous.
  return matches.length === 1 ? matches[0]!.id : findMisspelt(typed, known);
}

function findMisspelt(
  typed: string,
  known: readonly { readonly id: string; readonly main: readonly string[] }[],
): string | undefined {
  const near = known
    .map(({ id, main }) => ({ id, edits: Math.min(...main.map((name) => editsOf(typed, name))) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near && near.edits < Infinity ? near.id : undefined;
}

/**
 * Edit distance; `Infinity` if it is too large for the name. Short names must match exactly: many words are similar.
 */
function editsOf(typed: string, name: string): number {
  const max = name.length < 4 ? 0 : Math.min(2, Math.floor(name.length / 3));
  const edits = countEdits(typed, name, max);
  return edits > max ? Infinity : edits;
}

/** Removes case and punctuation, but keeps `#` and `+`, which distinguish `C#` and `C++`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}#+]+/gu, '');
}
