// Places where a word can only be a type, in languages that write the type before the name (Java, C#): declarations,
// parameters, type arguments, arrays, casts. A documented type links there even if the sample does not import it.

import { isMemberSign, type Lexeme } from './lex-code.ts';

/** A type may follow these words. */
const beforeType = new Set([
  'new',
  'instanceof',
  'is',
  'as',
  'extends',
  'implements',
  'throws',
  'permits',
  'case',
  'not',
  'or',
  'and',
  'required',
  'ref',
  'out',
  'in',
  'params',
]);

/** Words that may follow a value or type but are not declared names. */
const noName = new Set([
  'instanceof',
  'is',
  'as',
  'in',
  'and',
  'or',
  'when',
  'switch',
  'with',
  'extends',
  'implements',
  'throws',
]);

/** A value, not a declaration, follows these words. */
const beforeValue = new Set([
  'return',
  'throw',
  'await',
  'yield',
  'goto',
  'break',
  'continue',
  'else',
  'do',
  'package',
  'import',
  'using',
  'namespace',
]);

/** Whether the word at an index can only be a type. */
export function isTypePlace(lexemes: readonly Lexeme[], at: number): boolean {
  const text = (offset: number): string => lexemes[at + offset]?.text ?? '';
  const isWord = (offset: number): boolean => lexemes[at + offset]?.kind === 'word';
  const [before, after] = [text(-1), text(1)];
  if (isMemberSign(lexemes[at - 1]) || beforeValue.has(before)) return false;
  if (isWord(1)) return !noName.has(after) || beforeType.has(before);
  if (beforeType.has(before) && isWord(-1) && !['in', 'case'].includes(before)) return true;
  // `Parcel[] parcels`, `Parcel? parcel`, `Parcel... parcels`
  if (after === '[' && text(2) === ']') return true;
  if ((after === '?' || after === '...') && isWord(2) && text(3) !== ':' && text(3) !== '.') return true;
  // `List<Parcel>`, `Map<String, Parcel>`
  if (isTypeArgument(lexemes, at)) return true;
  // `(Parcel) value`
  if (before === '(' && after === ')')
    return isWord(2) || text(2) === '(' ? isCast(lexemes, at) : /^(?:typeof|nameof|default)$/.test(text(-2));
  // `Parcel.class`, `Parcel::getId`
  return after === '::' || (after === '.' && text(2) === 'class');
}

/** Number of lexemes around a word in which the brackets of type arguments are searched. */
const widestArguments = 40;

/** Whether the word is in angle brackets that contain only types. */
function isTypeArgument(lexemes: readonly Lexeme[], at: number): boolean {
  let depth = 0;
  for (let i = at - 1; i >= Math.max(0, at - widestArguments); i--) {
    const { kind, text } = lexemes[i]!;
    if (text === '>') depth++;
    else if (text === '<' && depth === 0) return lexemes[i - 1]?.kind === 'word' && isClosed(lexemes, at);
    else if (text === '<') depth--;
    else if (kind !== 'word' && !/^[,?.[\]]$/.test(text)) return false;
  }
  return false;
}

function isClosed(lexemes: readonly Lexeme[], at: number): boolean {
  let depth = 0;
  for (let i = at + 1; i <= Math.min(lexemes.length - 1, at + widestArguments); i++) {
    const { kind, text } = lexemes[i]!;
    if (text === '<') depth++;
    else if (text === '>' && depth === 0) return true;
    else if (text === '>') depth--;
    else if (kind !== 'word' && !/^[,?.[\]]$/.test(text)) return false;
  }
  return false;
}

/** Whether parentheses are a cast. After a name they are the arguments of a call. */
function isCast(lexemes: readonly Lexeme[], at: number): boolean {
  const before = lexemes[at - 2];
  return (
    before === undefined ||
    (before.kind !== 'word' && before.text !== ')') ||
    /^(?:return|await|throw|yield)$/.test(before.text)
  );
}
