// The pieces of a shell word → one text with a character for each hole, and the place of each character in the file.

import type { ShellPiece } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';

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
