// Trims characters from the ends of a text in linear time. `/\/+$/` is quadratic: it starts again at each slash of a
// run inside the text, and a run of 100,000 takes seconds.

/** A text without the characters at both ends that `isTrimmed` accepts. */
export function trimWhere(text: string, isTrimmed: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The characters at the end of a text that `isPart` accepts. */
export function endWhere(text: string, isPart: (code: number) => boolean): string {
  let start = text.length;
  while (start > 0 && isPart(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}

/** A text without the characters at its end that `isTrimmed` accepts. */
export function trimEndWhere(text: string, isTrimmed: (code: number) => boolean): string {
  return text.slice(0, text.length - endWhere(text, isTrimmed).length);
}

/** Whether a character code matches `\w`: an ASCII letter or digit, or `_`. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
  );
}

export const isLineBreak = (code: number): boolean => code === 0x0a;
