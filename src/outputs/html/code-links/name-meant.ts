// A word of a sample → the documented names that it means, by the code before it and the sample's imports.

import { chainBefore, isChainOpen, isMemberSign, type Lexeme } from './lex-code.ts';
import { longestPattern, type DocumentedName, type LanguageNames } from './documented-names.ts';
import type { CodeScope } from './read-scope.ts';
import { isTypePlace } from './type-places.ts';

/** A sample with everything that decides the meaning of its words. */
export interface CodeWords {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  readonly names: LanguageNames;
  readonly scope: CodeScope;
}

/** The documented names that a word may mean: none if uncertain, several if ambiguous. */
export function namesMeant(code: CodeWords, at: number): readonly DocumentedName[] {
  const candidates = code.names.byKey.get(code.lexemes[at]!.text);
  return candidates === undefined ? noNames : candidates.filter((name) => isMeant(code, name, at));
}

const noNames: readonly DocumentedName[] = [];

function isMeant(code: CodeWords, name: DocumentedName, at: number): boolean {
  const { start } = code.lexemes[at]!;
  if (name.before) return name.before.test(code.text.slice(Math.max(0, start - longestPattern), start));
  return name.kind === 'method' ? isMethodMeant(code, name, at) : isTypeMeant(code, name, at);
}

function isMethodMeant({ lexemes, scope }: CodeWords, { home }: DocumentedName, at: number): boolean {
  if (home === undefined) return false;
  const chain = chainBefore(lexemes, at);
  // A function called without a qualifier may be the sample's own, so it must be imported.
  if (home.length === 0) return !isMemberSign(lexemes[at - 1]) && scope.own.has(lexemes[at]!.text);
  return chain.length >= home.length && home.every((word, i) => chain.at(i - home.length) === word);
}

function isTypeMeant({ lexemes, scope, names }: CodeWords, { home = [] }: DocumentedName, at: number): boolean {
  const { text } = lexemes[at]!;
  const chain = chainBefore(lexemes, at);
  if (isChainOpen(lexemes, at, chain)) return false;
  if (scope.foreign.has(text) && !scope.own.has(text)) return false;
  if (chain.length === 0) {
    if (scope.own.has(text) || scope.isOpen) return true;
    const { hasTypeBeforeName = false, platformTypes } = names.facts;
    return hasTypeBeforeName && !scope.mayComeFromElsewhere && !platformTypes?.has(text) && isTypePlace(lexemes, at);
  }
  // `sso.Connection` as in its title, or `Latchkey::Connection`, qualified by the package.
  const isEndOfHome = chain.length <= home.length && chain.every((word, i) => home.at(i - chain.length) === word);
  return isEndOfHome || (home.length === 0 && chain.every((word) => names.packageWords.has(word.toLowerCase())));
}
