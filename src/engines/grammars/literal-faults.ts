// Literals and names that a grammar takes in and the language does not: characters of several letters, text blocks on
// one line, unknown escapes, reserved words.

import type { Node } from 'web-tree-sitter';
import type { SyntaxFault } from '../../model/index.ts';

interface LiteralRules {
  /** A whole character in its quotes. */
  readonly character: RegExp;
  /** What may stand behind a backslash in a string. */
  readonly escape: RegExp;
  /** Words that name nothing. */
  readonly reserved: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const rulesByGrammar: Readonly<Record<'java' | 'c-sharp', LiteralRules>> = {
  java: {
    character: /^'(?:[^'\\\r\n]|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\u+[0-9A-Fa-f]{4}|\\[0-3]?[0-7]{1,2}|\\[btnfrs"'\\])'$/,
    escape: /^(?:[btnfrs"'\\0-7\r\n]|u+[0-9A-Fa-f]{4})/,
    reserved: words(
      'abstract assert boolean break byte case catch char class const continue do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp switch synchronized throw throws transient try void volatile while true false null',
    ),
  },
  'c-sharp': {
    character: /^'(?:[^'\\\r\n]|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{1,4}|\\U[0-9A-Fa-f]{8}|\\['"\\0abefnrtv])'$/,
    escape: /^(?:['"\\0abefnrtv]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f])/,
    reserved: words(
      'abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while',
    ),
  },
};

/** The first literal or name of a tree that the language does not have. */
export function findLiteralFault(root: Node, grammar: 'java' | 'c-sharp'): SyntaxFault | undefined {
  const rules = rulesByGrammar[grammar];
  for (const node of root.descendantsOfType(['character_literal', 'string_literal', 'identifier'])) {
    const { text, startIndex: start } = node;
    if (node.type === 'identifier') {
      if (rules.reserved.has(text)) return fault(`\`${text}\` is a word of the language and names nothing`, start, text.length);
    } else if (node.type === 'character_literal') {
      if (!rules.character.test(text)) return fault(characterProblem(text), start, text.length);
    } else if (text.startsWith('"""')) {
      if (grammar === 'java' && !/^"""[ \t\f]*\r?\n/.test(text)) return fault('a text block begins on the line below its `"""`', start, 3);
    } else {
      const escape = wrongEscape(text, rules.escape);
      if (escape !== undefined) return fault(`\`${text.slice(escape, escape + 2)}\` is no escape of a string`, start + escape, 2);
    }
  }
  return undefined;
}

/** `''`, `'ab'`: what single quotes may not hold. */
export function characterProblem(text: string): string {
  return text.length <= 2 ? "`''` holds no character" : 'single quotes hold one character: a text stands in double quotes';
}

function fault(problem: string, start: number, length: number): SyntaxFault {
  return { problem, range: { start, end: start + length } };
}

/** Offset of a backslash that escapes nothing, in the text of a string. */
function wrongEscape(text: string, escape: RegExp): number | undefined {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    if (!escape.test(text.slice(at + 1, at + 10))) return at;
  }
  return undefined;
}
