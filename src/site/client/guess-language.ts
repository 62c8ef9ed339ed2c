// The first segment of a path that leads nowhere → the language that it means: one of its names, or one misspelt.

import { countEdits } from '../../compiler/text/index.ts';

export interface KnownLanguage {
  readonly id: string;
  /** The label first, then what its samples and its package are called. */
  readonly names: readonly string[];
}

/** Id of the language; undefined where the segment is near none. */
export function guessLanguage(segment: string, languages: readonly KnownLanguage[]): string | undefined {
  const typed = fold(segment);
  if (typed === '') return undefined;
  const called = languages.map(({ id, names: [label = '', ...others] }) => ({
    id,
    main: [id, label].map(fold),
    others: others.map(fold),
  }));
  const main = called.find(({ id }) => fold(id) === typed) ?? called.find((language) => language.main.includes(typed));
  if (main) return main.id;
  const having = called.filter(({ others }) => others.includes(typed));
  // What several are called tells nothing.
  return having.length === 1 ? having[0]!.id : misspelt(typed, called);
}

function misspelt(
  typed: string,
  called: readonly { readonly id: string; readonly main: readonly string[] }[],
): string | undefined {
  const near = called
    .map(({ id, main }) => ({ id, edits: Math.min(...main.map((name) => editsOf(typed, name))) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return near && near.edits < Infinity ? near.id : undefined;
}

/** Every other word is near to a short name: what is misspelt of it is nobody's. */
function editsOf(typed: string, name: string): number {
  const most = name.length < 4 ? 0 : Math.min(2, Math.floor(name.length / 3));
  const edits = countEdits(typed, name, most);
  return edits > most ? Infinity : edits;
}

/** Unlike other names, those of languages live by some signs: `C#`, `C++`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}#+]+/gu, '');
}
