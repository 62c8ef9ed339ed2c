// The characters that the reader tells apart.

export const codes = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  hash: 0x23,
  doubleQuote: 0x22,
  singleQuote: 0x27,
  dash: 0x2d,
  colon: 0x3a,
  greater: 0x3e,
  question: 0x3f,
  bar: 0x7c,
  byteOrderMark: 0xfeff,
} as const;

/** Whether a character ends a line. A carriage return is always followed by a line feed here. */
export function isBreak(code: number): boolean {
  return code === codes.lineFeed || code === codes.carriageReturn;
}

/** Whether white space, a line break or the end of the text is at an offset. */
export function isEmptyAt(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === codes.space || isBreak(code) || code === codes.tab;
}

/** The offset of the first character at or after `at` that is no space. */
export function skipSpaces(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) === codes.space) at++;
  return at;
}

/** The offset of the line after the one that contains `at`; the end of the text if there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
