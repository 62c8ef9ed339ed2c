// The words of a shell command as pieces, and the pieces of a word as one text with the place of each character.

import type { Range } from '../../source/index.ts';

/** A command with its words, after quotes and escapes are resolved. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** The input from a here-document or here-string. */
  readonly input?: ShellWord | undefined;
}

/** A word of a command, as pieces. */
export interface ShellWord {
  readonly range: Range;
  readonly pieces: readonly ShellPiece[];
}

/** A literal text, or a `hole`: a variable or command substitution, whose value is unknown. */
export type ShellPiece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'hole'; readonly range: Range };

/** The text of some pieces. */
export interface ShellText {
  readonly text: string;
  /** For each character of the text, its range in the file. */
  readonly places: readonly Range[];
  /** Offsets of the characters that replace holes. */
  readonly holes: ReadonlySet<number>;
}

/** @param filler the character that replaces a hole */
export function joinPieces(pieces: readonly ShellPiece[], filler: string): ShellText {
  let text = '';
  const places: Range[] = [];
  const holes = new Set<number>();
  for (const piece of pieces) {
    if (piece.kind === 'hole') {
      holes.add(text.length);
      text += filler;
      places.push(piece.range);
      continue;
    }
    for (let i = 0; i < piece.text.length; i++) places.push({ start: piece.start + i, end: piece.start + i + 1 });
    text += piece.text;
  }
  return { text, places, holes };
}

/** The range in the file of a part of the text. If the part begins after the end of the text, its last character. */
export function placeOf({ places }: ShellText, start: number, end: number): Range {
  const last = places.at(-1) ?? { start: 0, end: 0 };
  const from = places[start] ?? { start: Math.max(last.end - 1, 0), end: last.end };
  return { start: from.start, end: Math.max(places[end - 1]?.end ?? from.end, from.end) };
}

/** The text of a word without holes. Undefined if it has holes. */
export function plainText(pieces: readonly ShellPiece[]): string | undefined {
  const { text, holes } = joinPieces(pieces, '?');
  return holes.size === 0 ? text : undefined;
}
