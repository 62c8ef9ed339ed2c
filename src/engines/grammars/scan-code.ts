// Code → its brackets and the first string that is not closed correctly. Uses only the syntax of strings and comments,
// so it also reads invalid code.

import type { LexicalSyntax, StringSyntax } from '../../compiler/languages/index.ts';

/** The brackets of a text up to the first fault, and the fault if there is one. */
export interface CodeScan {
  /** Offsets of `()[]{}` outside of strings and comments, in order. */
  readonly brackets: readonly number[];
  /** Start of a string that does not end on its line, or at all. */
  readonly openString?: number;
  /** Start and name of a here-document that is not closed. */
  readonly openDocument?: { readonly at: number; readonly name: string };
  /** Start of a comment that is not closed. */
  readonly openComment?: number;
  /** Single quotes that do not contain exactly one character, in a language that requires it. */
  readonly wrongCharacter?: { readonly start: number; readonly end: number };
}

/** Matches code after which a `/` begins a regular expression. */
const beforeRegularExpression = /(?:^|[(,=:[!&|?{};~]|\b(?:return|when|if|unless|and|or|not|case))\s*$/;

/** Most levels of strings in code in strings. Deeper code is text: programs do not nest so deeply. */
const maxDepth = 16;
/** Most names of here-documents that have no end. */
const maxLostDocuments = 100;

/** The work that is left for code in strings. Code that does not end is read again at each level, up to this bound. */
interface Nesting {
  depth: number;
  steps: number;
}

/** Scans code up to its end, or up to the first string, comment or here-document that is not closed. */
export function scanCode(text: string, lexicalSyntax: LexicalSyntax): CodeScan {
  const brackets: number[] = [];
  const pending: { at: number; name: string }[] = [];
  const lost = new Set<string>();
  const nesting: Nesting = { depth: 0, steps: 10_000 + 20 * text.length };
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') {
      at++;
      for (let document = pending.shift(); document; document = pending.shift()) {
        if (lost.has(document.name) || lost.size >= maxLostDocuments) continue;
        const end = skipHereDocument(text, at, document.name);
        if (end === undefined) lost.add(document.name);
        if (end === undefined && lexicalSyntax.hasSureHereDocuments) return { brackets, openDocument: document };
        at = end ?? at;
      }
      continue;
    }
    const skipped = skipComment(text, at, lexicalSyntax);
    if (skipped !== undefined) {
      if (text.startsWith('/*', at) && !text.startsWith('*/', Math.max(skipped - 2, at + 2)))
        return { brackets, openComment: at };
      at = skipped;
      continue;
    }
    const id = matchAt(lexicalSyntax.hereDocument, text, at);
    if (id) {
      pending.push({ at, name: id.groups!['id']! });
      at += id[0].length;
      continue;
    }
    const syntax = stringAt(text, at, lexicalSyntax);
    if (syntax) {
      const end = skipString(text, at, syntax, lexicalSyntax, nesting);
      if (end === undefined || isMispaired(text, at, end, syntax)) return { brackets, openString: at };
      if (character === "'" && lexicalSyntax.character && !matchAt(lexicalSyntax.character, text, at))
        return { brackets, wrongCharacter: { start: at, end } };
      at = end;
      continue;
    }
    if (character === '\\') at++;
    else if (character === '/' && lexicalSyntax.hasRegularExpressions) at = skipRegularExpression(text, at) - 1;
    else if ('()[]{}'.includes(character)) brackets.push(at);
    at++;
  }
  return { brackets };
}

function matchAt(pattern: RegExp | undefined, text: string, at: number): RegExpExecArray | undefined {
  if (pattern === undefined) return undefined;
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function skipComment(text: string, at: number, lexicalSyntax: LexicalSyntax): number | undefined {
  if (lexicalSyntax.hasBlockComments && text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return matchAt(lexicalSyntax.lineComments, text, at) ? lineEnd(text, at) : undefined;
}

/**
 * The syntax of the string that begins here. An apostrophe inside a word does not begin a string: `don't` in JSX text.
 */
function stringAt(text: string, at: number, lexicalSyntax: LexicalSyntax): StringSyntax | undefined {
  if (text[at] === "'" && isWord(text[at - 1]) && isWord(text[at + 1]) && lexicalSyntax.hasRegularExpressions)
    return undefined;
  return lexicalSyntax.strings.find(({ open }) => text.startsWith(open, at));
}

/** Offset after a string; undefined if it is not closed. */
function skipString(
  text: string,
  start: number,
  syntax: StringSyntax,
  lexicalSyntax: LexicalSyntax,
  nesting: Nesting,
): number | undefined {
  let at = start + syntax.open.length;
  while (at < text.length) {
    if (syntax.hasEscapes && text[at] === '\\') at += 2;
    else if (text.startsWith(syntax.close, at)) {
      // In verbatim strings a doubled quote means one quote.
      const isDoubled = !syntax.hasEscapes && syntax.open.includes('@') && text[at + 1] === syntax.close;
      if (!isDoubled) return at + syntax.close.length;
      at += 2;
    } else if (text[at] === '\n' && syntax.lines === 'one') return undefined;
    else if (syntax.code && text.startsWith(syntax.code, at))
      at = skipCode(text, at + syntax.code.length, lexicalSyntax, syntax, nesting);
    else at++;
  }
  return undefined;
}

/** The offset after the code inside a string. If the code does not end, it is text, and the result is `start`. */
function skipCode(
  text: string,
  start: number,
  lexicalSyntax: LexicalSyntax,
  around: StringSyntax,
  nesting: Nesting,
): number {
  if (nesting.depth >= maxDepth) return start;
  nesting.depth++;
  const end = endOfCode(text, start, lexicalSyntax, around, nesting);
  nesting.depth--;
  return end ?? start;
}

function endOfCode(
  text: string,
  start: number,
  lexicalSyntax: LexicalSyntax,
  around: StringSyntax,
  nesting: Nesting,
): number | undefined {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (--nesting.steps < 0 || (text[at] === '\n' && around.lines === 'one')) return undefined;
    const syntax = stringAt(text, at, lexicalSyntax);
    if (syntax) {
      const end = skipString(text, at, syntax, lexicalSyntax, nesting);
      if (end === undefined) return undefined;
      nesting.steps -= end - at;
      at = end - 1;
    } else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** A multi-line string directly next to a word is probably mis-paired: its end is another string's start. */
function isMispaired(text: string, start: number, end: number, syntax: StringSyntax): boolean {
  if (syntax.lines !== 'some' || !text.slice(start, end).includes('\n')) return false;
  return isWord(text[start - 1]) || isWord(text[end]);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

/** Offset after the end of a here-document; undefined if it is not closed. */
function skipHereDocument(text: string, start: number, id: string): number | undefined {
  const end = new RegExp(`^[ \\t]*${id}\\b`, 'm');
  const match = end.exec(text.slice(start));
  return match ? start + match.index + match[0].length : undefined;
}

/** The offset after a regular expression. If the `/` is a division, the offset after the `/`. */
function skipRegularExpression(text: string, start: number): number {
  const before = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 40), start);
  if (!beforeRegularExpression.test(before)) return start + 1;
  let inClass = false;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
