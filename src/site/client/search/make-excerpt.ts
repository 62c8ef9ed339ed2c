// A text and its matches → an excerpt of about two lines with as many matches as possible, cut between words.

export interface ExcerptPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Length of an excerpt in characters. */
const length = 170;
/** Number of characters before the first match. */
const lead = 40;

/**
 * Makes an excerpt, with an ellipsis where text is cut off.
 * @param marks ranges of the matches, in order and without overlaps
 */
export function makeExcerpt(
  text: string,
  marks: readonly (readonly [start: number, end: number])[],
): readonly ExcerptPiece[] {
  const start = startOf(text, marks);
  const end = start + length >= text.length ? text.length : wordEnd(text, start + length);
  const pieces: ExcerptPiece[] = [];
  let at = start;
  const add = (to: number, isMarked: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  for (const [from, to] of marks) {
    if (from < start || to > end) continue;
    add(from, false);
    add(to, true);
  }
  add(end, false);
  const dots = { text: '…', isMarked: false };
  return [...(start > 0 ? [dots] : []), ...pieces, ...(end < text.length ? [dots] : [])];
}

/** Finds the start of the excerpt with the most matches. */
function startOf(text: string, marks: readonly (readonly [start: number, end: number])[]): number {
  let best = { count: 0, from: 0 };
  marks.forEach(([from], i) => {
    const count = marks.slice(i).filter(([, end]) => end <= from + length - lead).length;
    if (count > best.count) best = { count, from };
  });
  if (best.from <= lead || text.length <= length) return 0;
  const start = Math.min(best.from - lead, text.length - length);
  const space = text.indexOf(' ', start);
  return space < 0 || space >= best.from ? start : space + 1;
}

function wordEnd(text: string, end: number): number {
  const space = text.lastIndexOf(' ', end);
  return space < end - lead ? end : space;
}
