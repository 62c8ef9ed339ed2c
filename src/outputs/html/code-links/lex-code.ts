// Coloured lines → words and signs. Comments are left out, and a string is one piece. The colours mark both in every
// language, so no parser is needed.

import type { CodeToken } from '../../../compiler/model/index.ts';
import { anyPattern } from '../../../compiler/text/index.ts';

/** A word, a sign or a string of code, with its offsets in the text. */
export interface Lexeme {
  readonly kind: 'word' | 'sign' | 'string';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Matches a lexeme. Signs of several characters come before shorter signs. */
const lexeme = anyPattern(
  [
    /(?<string>\u0000+)/u,
    /(?<word>\$?[\p{L}_][\p{L}\p{N}_]*)/u,
    /(?<number>\d[\w.]*)/u,
    /(?<sign>\?->|->|\?\.|&\.|::|:=|=>|===?|!==?|<=|>=|[-+*/%|&]=|\.\.\.|&&|\|\||\S)/u,
  ],
  'gu',
);

/** Splits coloured lines into lexemes. Offsets count over all lines, joined by line feeds. */
export function lexCode(lines: readonly (readonly CodeToken[])[]): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  const pattern = new RegExp(lexeme);
  let offset = 0;
  for (const [line, tokens] of lines.entries()) {
    const text = tokens.map((token) => token.text).join('');
    const masked = tokens.some(({ tone }) => tone === 's' || tone === 'c') ? tokens.map(mask).join('') : text;
    const from = offset;
    lexLine(masked, pattern, (kind, start, end) => {
      lexemes.push({ kind, text: text.slice(start, end), start: from + start, end: from + end, line });
    });
    offset += text.length + 1;
  }
  return lexemes;
}

/**
 * Finds the lexemes of a line. Runs for every line of a site, so it reads common ones without the expression.
 * @param pattern a copy of `lexeme`, whose state it changes
 */
function lexLine(
  text: string,
  pattern: RegExp,
  onFound: (kind: Lexeme['kind'], start: number, end: number) => void,
): void {
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const end = code < 0x80 ? plainEnd(text, at, code) : 0;
    if (end > 0) {
      const kind = isWordCode(code) ? 'word' : 'sign';
      if (!isDigit(code) && code !== space) onFound(kind, at, end);
      at = end;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) break;
    at = match.index + match[0].length;
    const { string, word, number } = match.groups!;
    if (number !== undefined) continue;
    const kind = string !== undefined ? 'string' : word !== undefined ? 'word' : 'sign';
    onFound(kind, match.index, at);
  }
}

const space = 0x20;

/** Where a space, word, number or sign of one character ends; 0 if only the expression can tell. */
function plainEnd(text: string, start: number, code: number): number {
  if (code === space) return start + 1;
  if (code < space || code === 0x7f || code === 0x24) return 0;
  let end = start + 1;
  if (!isWordCode(code)) return '->.:=&|'.includes(text.charAt(end)) && end < text.length ? 0 : end;
  while (isWordCode(text.charCodeAt(end)) || (isDigit(code) && text[end] === '.')) end++;
  // A word may go on with other letters.
  return text.charCodeAt(end) >= 0x80 ? 0 : end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a character is a letter, a digit or `_`, of ASCII. */
function isWordCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x5f;
}

/** Text of a token; a string becomes a run of one character, a comment blanks. */
function mask({ text, tone }: CodeToken): string {
  if (tone === 's') return '\u0000'.repeat(text.length);
  return tone === 'c' ? ' '.repeat(text.length) : text;
}

/** Signs between a value and its member. */
const memberSigns = new Set(['.', '->', '?.', '?->', '&.', '::', '\\']);

export function isMemberSign(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'sign' && memberSigns.has(lexeme.text);
}

/** Maximum number of words in a chain: no documented name needs more. */
const longestChain = 16;

/** The qualifying words before a word: `latchkey`, `sso` for `listConnections` in `latchkey.sso.listConnections`. */
export function chainBefore(lexemes: readonly Lexeme[], at: number): readonly string[] {
  const chain: string[] = [];
  for (let i = at; isMemberSign(lexemes[i - 1]) && lexemes[i - 2]?.kind === 'word'; i -= 2) {
    if (chain.push(lexemes[i - 2]!.text) === longestChain) break;
  }
  return chain.toReversed();
}

/** Whether a chain begins with something other than a word, such as a call, whose value is unknown. */
export function isChainOpen(lexemes: readonly Lexeme[], at: number, chain: readonly string[]): boolean {
  return isMemberSign(lexemes[at - chain.length * 2 - 1]);
}
