// Common lexemes are read without an expression. They are those that the expression finds.

import { expect, test } from 'vitest';
import type { CodeToken } from '../../src/compiler/model/index.ts';
import { lexCode } from '../../src/outputs/html/code-links/lex-code.ts';
import { createRandom } from '../../scripts/bench/seeded-random.ts';

/** A lexeme, written as simply as possible. */
const lexeme = new RegExp(
  String.raw`(?<string>\u0000+)|(?<word>\$?[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|` +
    String.raw`(?<sign>\?->|->|\?\.|&\.|::|:=|=>|===?|!==?|<=|>=|[-+*/%|&]=|\.\.\.|&&|\|\||\S)`,
  'gu',
);

function lexSimply(lines: readonly (readonly CodeToken[])[]): readonly string[] {
  let offset = 0;
  return lines.flatMap((tokens, line) => {
    const hidden = { s: '\u0000', c: ' ' } as Readonly<Record<string, string>>;
    const masked = tokens.map(({ text, tone }) => hidden[tone ?? '']?.repeat(text.length) ?? text).join('');
    const text = tokens.map((token) => token.text).join('');
    const found = [...masked.matchAll(lexeme)].flatMap(({ 0: all, index, groups }) => {
      if (groups!['number'] !== undefined) return [];
      const kind = groups!['string'] ? 'string' : groups!['word'] ? 'word' : 'sign';
      const end = index + all.length;
      return JSON.stringify([kind, text.slice(index, end), index + offset, end + offset, line]);
    });
    offset += text.length + 1;
    return found;
  });
}

const parts = [
  'a',
  'Z',
  '_',
  '$',
  '0',
  '9',
  '.',
  ' ',
  '\t',
  '\u00a0',
  '\u0000',
  '\u007f',
  'é',
  'ß',
  '٣',
  '😀',
  '\ud800',
  '-',
  '>',
  '=',
  '?',
  '&',
  ':',
  '<',
  '!',
  '+',
  '|',
  '(',
  ')',
  '[',
  '{',
  ',',
  ';',
  '@',
  '#',
  '"',
  '\\',
  '`',
  '~',
  'getThing',
  '$id',
  'x1',
  '1.5e3',
  '...',
  '?->',
  '===',
  '&&',
  '::',
];

test('random lines have the lexemes that the expression finds', () => {
  const random = createRandom(1);
  for (let round = 0; round < 2000; round++) {
    const lines = Array.from({ length: 2 }, () =>
      Array.from({ length: random.integer(5) }, (): CodeToken => {
        const text = Array.from({ length: 1 + random.integer(4) }, () => random.pick(parts)).join('');
        const tone = random.pick([undefined, undefined, 'k', 's', 'c']);
        return tone === undefined ? { text } : { text, tone };
      }),
    );
    const found = lexCode(lines).map(({ kind, text, start, end, line }) =>
      JSON.stringify([kind, text, start, end, line]),
    );
    expect(found, JSON.stringify(lines)).toEqual(lexSimply(lines));
  }
});
