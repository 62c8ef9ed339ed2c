// Finds the variable that a value is bound to, by an assignment or a loop, in all languages.

import { chainBefore, isMemberSign, type Lexeme } from './lex-code.ts';

/** The variable that receives the result of a call: `page` of `const page = await latchkey.sso.list(`. */
export function assignedTo(lexemes: readonly Lexeme[], call: number): string | undefined {
  let at = call - chainBefore(lexemes, call).length * 2;
  if (isMemberSign(lexemes[at - 1])) return undefined;
  while (/^(?:await|try)$/.test(lexemes[at - 1]?.text ?? '')) at--;
  const sign = lexemes[at - 1]?.text;
  if (sign !== '=' && sign !== ':=') return undefined;
  // `list, err := …`
  const isPair = sign === ':=' && lexemes[at - 3]?.text === ',';
  const place = isPair ? at - 4 : at - 2;
  const before = lexemes[place - 1];
  if (lexemes[place]?.kind !== 'word' || isMemberSign(before) || (!isPair && before?.text === ',')) return undefined;
  return lexemes[place]!.text;
}

/**
 * The variable of a loop over a list.
 * @param from index of the first word of the list's chain
 * @param to index of the list's name
 */
export function loopVariable(lexemes: readonly Lexeme[], from: number, to: number): string | undefined {
  const before = (count: number): string | undefined => lexemes[from - count]?.text;
  const after = (count: number): string | undefined => lexemes[to + count]?.text;
  // JavaScript, Python and C#; Go; Java; PHP; Ruby.
  if (before(1) === 'of' || before(1) === 'in') return before(2);
  if (before(1) === 'range' && before(2) === ':=') return before(3);
  if (before(1) === ':' && before(4) === '(' && before(5) === 'for') return before(2);
  if (after(1) === 'as') return after(3) === '=>' ? after(4) : after(2);
  const isEach = after(1) === '.' && after(2) === 'each' && after(4) === '|' && after(6) === '|';
  return isEach ? after(5) : undefined;
}
