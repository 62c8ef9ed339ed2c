// Literals and names that tree-sitter accepts and the language refuses: characters of several letters, text blocks on one
// line, unknown escapes, reserved words.

import type { Node } from 'web-tree-sitter';
import type { SyntaxFault } from '../../compiler/model/index.ts';

interface LiteralRules {
  /** A character literal with its quotes. */
  readonly character: RegExp;
  /** Valid text after a backslash in a string. */
  readonly escape: RegExp;
  /** Reserved words. */
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

/** The first literal or name of a tree that the language refuses. */
export function findLiteralFault(root: Node, grammar: 'java' | 'c-sharp'): SyntaxFault | undefined {
  const rules = rulesByGrammar[grammar];
  for (const node of root.descendantsOfType(['character_literal', 'string_literal', 'identifier'])) {
    const { text, startIndex: start } = node;
    if (node.type === 'identifier') {
      if (rules.reserved.has(text))
        return fault(`\`${text}\` is a reserved word and cannot be a name`, start, text.length);
    } else if (node.type === 'character_literal') {
      if (!rules.character.test(text)) return fault(characterProblem(text), start, text.length);
    } else if (text.startsWith('"""')) {
      if (grammar === 'java' && !/^"""[ \t\f]*\r?\n/.test(text))
        return fault('a text block must start on a new line after `"""`', start, 3);
    } else {
      const escape = wrongEscape(text, rules.escape);
      if (escape !== undefined)
        return fault(`\`${text.slice(escape, escape + 2)}\` is not a valid escape`, start + escape, 2);
    }
  }
  return undefined;
}

/** The problem with `''` or `'ab'`. */
export function characterProblem(text: string): string {
  return text.length <= 2 ? "`''` holds no character" : 'single quotes hold one character; write text in double quotes';
}

function fault(problem: string, start: number, length: number): SyntaxFault {
  return { problem, range: { start, end: start + length } };
}

/** The offset of the first invalid escape in the text of a string. */
function wrongEscape(text: string, escape: RegExp): number | undefined {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    if (!escape.test(text.slice(at + 1, at + 10))) return at;
  }
  return undefined;
}
