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

function decodeLine(line: string, encoded: string): readonly CodeToken[] | undefined {
  const tokens: CodeToken[] = [];
  let at = 0;
  let read = 0;
  for (const [whole, tone, length] of encoded.matchAll(/([a-z.])(\d+)/g)) {
    read += whole.length;
    const text = line.slice(at, (at += Number(length)));
    tokens.push(tone === '.' ? { text } : { text, tone: tone! });
  }
  return at === line.length && read === encoded.length ? tokens : undefined;
}
