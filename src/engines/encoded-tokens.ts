// Tokens of a code ↔ a short text of lengths and tones. Caches store this text, and threads send it. It does not
// contain the code, so a damaged cache entry does not match the code and is detected.

import type { CodeToken } from '../compiler/model/index.ts';

/** `k5.3s10` for a line of three tokens; `.` is plain. Lines are joined by `|`. */
export function encodeTokens(lines: readonly (readonly CodeToken[])[]): string {
  return lines.map((line) => line.map(({ text, tone }) => `${tone ?? '.'}${text.length}`).join('')).join('|');
}

/** Tokens of a code; undefined if the text does not match the code. */
export function decodeTokens(code: string, encoded: string): readonly (readonly CodeToken[])[] | undefined {
  const lines = code.split('\n');
  const parts = encoded.split('|');
  if (parts.length !== lines.length) return undefined;
  const decoded = lines.map((line, i) => decodeLine(line, parts[i]!));
  return decoded.every((line) => line !== undefined) ? decoded : undefined;
}

/** Runs for every line of a site, so it uses no regular expression. */
function decodeLine(line: string, encoded: string): readonly CodeToken[] | undefined {
  const tokens: CodeToken[] = [];
  let at = 0;
  let read = 0;
  while (read < encoded.length) {
    const tone = encoded[read]!;
    const start = ++read;
    let length = 0;
    for (let digit = digitAt(encoded, read); digit >= 0; digit = digitAt(encoded, ++read)) length = length * 10 + digit;
    if (read === start || !isTone(tone)) return undefined;
    const text = line.slice(at, (at += length));
    tokens.push(tone === '.' ? { text } : { text, tone });
  }
  return at === line.length ? tokens : undefined;
}

/** The digit at an offset; -1 for other characters, and at the end. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 0x30;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

function isTone(letter: string): boolean {
  return letter === '.' || (letter >= 'a' && letter <= 'z');
}
