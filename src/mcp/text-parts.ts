// A text → one part of it, small enough for the context of a model.

/** Characters of a part: about five thousand tokens. */
export const partLength = 20_000;

export interface TextPart {
  readonly text: string;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/** Cuts at the end of a line, else of a word. A number above the last part gives the last part. */
export function cutPart(text: string, wanted = 1): TextPart {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > partLength) {
    const gap = rest.lastIndexOf('\n', partLength);
    const cut = gap > 0 ? gap : rest.lastIndexOf(' ', partLength);
    const end = cut > 0 ? cut + 1 : partLength;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  parts.push(rest);
  const part = Math.min(wanted, parts.length);
  return { text: parts[part - 1]!, part, parts: parts.length };
}
