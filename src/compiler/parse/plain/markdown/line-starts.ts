// What a line of a paragraph may begin with.

import { giveUp } from '../give-up.ts';

/**
 * Letters, and characters without a meaning at the start of a line. `[`, `![`, `*`, `_` and a backtick have one inside
 * of it. `: ` before a definition has one for Stele only, which finds it in the tree.
 */
const harmless = /[\p{L}("'“‘./`[]|!\[|\*(?=[*\p{L}\d])|__?(?=[\p{L}\d])|: (?=\p{L})|\d+(?![\d.)])/uy;

/** Gives up if a line may begin something else than a line of a paragraph. */
export function expectWords(text: string, lineStart: number): void {
  harmless.lastIndex = lineStart;
  if (!harmless.test(text)) giveUp();
}

export interface ItemStart {
  /** Offset of the list item's marker. */
  readonly marker: number;
  /** Offset of its text. */
  readonly content: number;
  /** Indentation and marker, which are the same for all items of a list. */
  readonly form: string;
}

const item = /( {0,3}[-*]) /y;

/** The list item that a line begins; undefined if it begins none. */
export function findItem(text: string, lineStart: number): ItemStart | undefined {
  item.lastIndex = lineStart;
  const form = item.exec(text)?.[1];
  if (form === undefined) return undefined;
  return { form, marker: lineStart + form.length - 1, content: lineStart + form.length + 1 };
}
