// Finds literals and names that tree-sitter accepts although the language does not: character literals of several
// letters, text blocks on one line, unknown escapes, reserved words.

import type { Node } from 'web-tree-sitter';
import type { LiteralRules } from '../../compiler/languages/index.ts';
import type { SyntaxFault } from '../../compiler/model/index.ts';

/** The first literal or name of a tree that the language does not allow. */
export function findLiteralFault(root: Node, rules: LiteralRules): SyntaxFault | undefined {
  for (const node of root.descendantsOfType(['character_literal', 'char_literal', 'string_literal', 'identifier'])) {
    const { text, startIndex: start } = node;
    if (node.type === 'identifier') {
      if (rules.reserved.has(text))
        return fault(`\`${text}\` is a reserved word and cannot be a name`, start, text.length);
    } else if (node.type !== 'string_literal') {
      if (rules.character?.test(text) === false) return fault(characterProblem(text), start, text.length);
    } else if (text.startsWith('"""')) {
      if (rules.textBlock && !rules.textBlock.test(text))
        return fault('a text block must start on a new line after `"""`', start, 3);
    } else {
      const escape = rules.escape && wrongEscape(text, rules.escape);
      if (escape !== undefined)
        return fault(`\`${text.slice(escape, escape + 2)}\` is not a valid escape`, start + escape, 2);
    }
  }
  return undefined;
}

/** The problem with `''` or `'ab'`. */
export function characterProblem(text: string): string {
  return text.length <= 2
    ? "`''` contains no character"
    : 'single quotes contain one character; write text in double quotes';
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
