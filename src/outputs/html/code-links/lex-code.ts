// Coloured lines → words and signs, as far as finding names needs it. Comments are gone, a string is one opaque piece:
// the colours know where they end in every language, so that nothing is parsed here.

import type { CodeToken } from '../../../compiler/model/index.ts';

/** A word, a sign or a string of code, with its offsets in the text. */
export interface Lexeme {
  readonly kind: 'word' | 'sign' | 'string';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Signs of several characters first. */
const lexeme =
  /(?<string>\u0000+)|(?<word>\$?[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<sign>\?->|->|\?\.|&\.|::|:=|=>|===?|!==?|<=|>=|[-+*/%|&]=|\.\.\.|&&|\|\||\S)/gu;

/** Cuts coloured lines. Offsets count over all lines, joined by line feeds. */
export function lexCode(lines: readonly (readonly CodeToken[])[]): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let offset = 0;
  for (const [line, tokens] of lines.entries()) {
    const text = tokens.map((token) => token.text).join('');
    for (const match of tokens.map(mask).join('').matchAll(lexeme)) {
      const { string, word, number } = match.groups!;
      if (number !== undefined) continue;
      const kind = string !== undefined ? 'string' : word !== undefined ? 'word' : 'sign';
      const [start, end] = [match.index, match.index + match[0].length];
      lexemes.push({ kind, text: text.slice(start, end), start: offset + start, end: offset + end, line });
    }
    offset += text.length + 1;
  }
  return lexemes;
}

/** Text of a token in which strings are runs of one character, and comments are blank. */
function mask({ text, tone }: CodeToken): string {
  if (tone === 's') return '\u0000'.repeat(text.length);
  return tone === 'c' ? ' '.repeat(text.length) : text;
}

/** Signs that stand between a thing and its member. */
const memberSigns = new Set(['.', '->', '?.', '?->', '&.', '::', '\\']);

export function isMemberSign(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'sign' && memberSigns.has(lexeme.text);
}

/** Words of a chain that are looked at: more lead to no documented name. */
const longestChain = 16;

/** The words that lead to a word: `latchkey`, `sso` before `listConnections` in `latchkey.sso.listConnections`. */
export function chainBefore(lexemes: readonly Lexeme[], at: number): readonly string[] {
  const chain: string[] = [];
  for (let i = at; isMemberSign(lexemes[i - 1]) && lexemes[i - 2]?.kind === 'word'; i -= 2) {
    if (chain.push(lexemes[i - 2]!.text) === longestChain) break;
  }
  return chain.toReversed();
}

/** Whether something that is no word leads to a word: what it is, its text does not say. */
export function isChainOpen(lexemes: readonly Lexeme[], at: number, chain: readonly string[]): boolean {
  return isMemberSign(lexemes[at - chain.length * 2 - 1]);
}
