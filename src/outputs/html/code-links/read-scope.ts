// Words of a sample → the names that it imports from the language's package, the names from elsewhere, and the
// variables that it binds. Uncertain names are left out, and do not link.

import type { NameFacts } from '../../../compiler/languages/index.ts';
import type { Lexeme } from './lex-code.ts';

export interface CodeScope {
  /** Names that the sample imports from the package. */
  readonly own: ReadonlySet<string>;
  /** Names that come from elsewhere, or that the sample defines. */
  readonly foreign: ReadonlySet<string>;
  /** Whether all of the package's names are imported, as by `using`. */
  readonly isOpen: boolean;
  /** Whether all names of another package are imported: a name without an import of its own may be one of them. */
  readonly mayComeFromElsewhere: boolean;
  /** How often each name is bound: as a variable, a parameter, or in a loop. */
  readonly bindings: ReadonlyMap<string, number>;
}

/**
 * @param packageWords words of the package's names, in lower case; if empty, any package that is not part of the
 * platform may be the documented one
 */
export function readScope(lexemes: readonly Lexeme[], packageWords: ReadonlySet<string>, facts: NameFacts): CodeScope {
  const own = new Set<string>();
  const foreign = new Set<string>();
  let isOpen = false;
  let mayComeFromElsewhere = false;
  for (let i = 0; i < lexemes.length; i++) {
    const { kind, text } = lexemes[i]!;
    if (kind !== 'word') continue;
    const next = lexemes[i + 1];
    if (facts.definingWords.includes(text) && next?.kind === 'word' && next.line === lexemes[i]!.line)
      foreign.add(next.text);
    if (!facts.importWords.includes(text) || !isLineStart(lexemes, i) || (text === 'use' && next?.text === '('))
      continue;
    const end = endOfImport(lexemes, i);
    const statement = lexemes.slice(i + 1, end);
    const words = statement.filter((lexeme) => lexeme.kind === 'word').map((lexeme) => lexeme.text);
    const isOwn = statement.some(({ text: part }) =>
      part
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .some((word) => packageWords.has(word)),
    );
    const isPlatform = facts.platformPackages?.includes(words.find((word) => word !== 'static') ?? '') ?? false;
    const isElsewhere = isPlatform || packageWords.size > 0 || statement.some(({ text: part }) => part === '=');
    if (isOwn || isElsewhere) for (const word of words) (isOwn ? own : foreign).add(word);
    const isWhole =
      (facts.wholeImportWords?.includes(text) && !statement.some(({ text: part }) => part === '=')) ||
      statement.findLast(({ text: part }) => part !== ';')?.text === '*';
    if (isWhole && isOwn) isOpen = true;
    else if (isWhole && isElsewhere && !isPlatform) mayComeFromElsewhere = true;
    i = end - 1;
  }
  return { own, foreign, isOpen, mayComeFromElsewhere, bindings: countBindings(lexemes, facts.functionWords) };
}

/** Whether a word begins its line; the `#` of `#include` does not count. */
function isLineStart(lexemes: readonly Lexeme[], at: number): boolean {
  const before = lexemes[at - 1];
  if (before === undefined || before.line < lexemes[at]!.line) return true;
  return before.text === '#' && isLineStart(lexemes, at - 1);
}

/** Index after an import, which continues over lines inside brackets, to the end of the line that closes them. */
function endOfImport(lexemes: readonly Lexeme[], at: number): number {
  let depth = 0;
  let { line } = lexemes[at]!;
  for (let i = at; i < lexemes.length; i++) {
    const { text, line: own } = lexemes[i]!;
    if (depth === 0 && own > line) return i;
    line = own;
    if (/^[([{]$/.test(text)) depth++;
    else if (/^[)\]}]$/.test(text)) depth = Math.max(0, depth - 1);
  }
  return lexemes.length;
}

/** Signs before a member. In names of packages, a backslash is such a sign too, but not before a variable. */
const signsOfMembers: ReadonlySet<string> = new Set(['.', '->', '?.', '?->', '::', '&.']);

function countBindings(lexemes: readonly Lexeme[], functionWords: readonly string[]): ReadonlyMap<string, number> {
  const bindings = new Map<string, number>();
  const bind = (name: string): void => void bindings.set(name, (bindings.get(name) ?? 0) + 1);
  for (const [i, { kind, text }] of lexemes.entries()) {
    if (kind !== 'word') continue;
    const before = lexemes[i - 1]?.text;
    const after = lexemes[i + 1]?.text;
    if (functionWords.includes(text)) parametersAfter(lexemes, i).forEach(bind);
    const isMember = before !== undefined && signsOfMembers.has(before);
    const isAssigned = after === '=' || after === ':=' || (after === ',' && isFirstOfPair(lexemes, i));
    const isJavaLoop = after === ':' && lexemes[i - 2]?.text === '(' && lexemes[i - 3]?.text === 'for';
    const isInLoop =
      isJavaLoop ||
      after === 'of' ||
      after === 'in' ||
      before === 'as' ||
      (before === '|' && (after === '|' || after === ','));
    if (!isMember && (isAssigned || isInLoop || after === '=>')) bind(text);
    if (after === ')' && lexemes[i + 2]?.text === '=>') bind(text);
  }
  return bindings;
}

/** `list` of `list, err := …`. */
function isFirstOfPair(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at + 2]?.kind === 'word' && lexemes[at + 3]?.text === ':=';
}

/** Number of lexemes in which the end of parameters is searched. */
const longestParameters = 200;

/** Words between the parentheses that follow the word `function`. */
function parametersAfter(lexemes: readonly Lexeme[], at: number): readonly string[] {
  const near = lexemes.slice(at + 1, at + longestParameters);
  const open = near.findIndex(({ text }) => text === '(');
  if (open < 0 || open > 3) return [];
  const close = near.findIndex(({ text }, i) => i > open && text === ')');
  return near
    .slice(open + 1, close < 0 ? near.length : close)
    .flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
}
