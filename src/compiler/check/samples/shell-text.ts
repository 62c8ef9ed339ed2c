// The pieces of a shell word → one text with a character for each hole, and where each of its characters stands.

import type { ShellPiece } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';

export interface ShellText {
  readonly text: string;
  /** For each character of the text the stretch of the file that it was written as. */
  readonly places: readonly Range[];
  /** Offsets of the text whose characters stand for something that nobody knows. */
  readonly holes: ReadonlySet<number>;
}

/** @param filler the character that stands for a hole */
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

/** The stretch of the file that a stretch of the text was written as; the end of the word where it is behind it. */
export function placeOf({ places }: ShellText, start: number, end: number): Range {
  const last = places.at(-1) ?? { start: 0, end: 0 };
  const from = places[start] ?? { start: Math.max(last.end - 1, 0), end: last.end };
  return { start: from.start, end: Math.max(places[end - 1]?.end ?? from.end, from.end) };
}

/** A text without holes; undefined where it has some. */
export function plainText(pieces: readonly ShellPiece[]): string | undefined {
  const { text, holes } = joinPieces(pieces, '?');
  return holes.size === 0 ? text : undefined;
}
