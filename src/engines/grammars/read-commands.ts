// A tree of a shell script → its commands as the shell reads them: without quotes and escapes, each piece with its
// place.

import type { Node, Tree } from 'web-tree-sitter';
import { readPieces } from '../../compiler/languages/index.ts';
import type { ShellCommand, ShellWord } from '../../compiler/model/index.ts';

/** The commands of a script, in order, including those inside substitutions. */
export function readCommands(tree: Tree, text: string): readonly ShellCommand[] {
  return tree.rootNode.descendantsOfType('command').map((node) => {
    const words = node.children
      .filter((child, i) => child.type === 'command_name' || node.fieldNameForChild(i) === 'argument')
      .map((child) => readWord(text, child.startIndex, child.endIndex));
    const input = findInput(node, text);
    return { words, input };
  });
}

/** The input that a here-document or here-string gives to a command. */
function findInput(command: Node, text: string): ShellWord | undefined {
  const redirected = command.parent?.type === 'redirected_statement' ? command.parent.children : command.children;
  const redirect = redirected.find(({ type }) => type === 'heredoc_redirect' || type === 'herestring_redirect');
  if (redirect === undefined) return undefined;
  if (redirect.type === 'herestring_redirect') {
    const word = redirect.children.at(-1)!;
    return readWord(text, word.startIndex, word.endIndex);
  }
  const body = redirect.children.find(({ type }) => type === 'heredoc_body');
  const start = redirect.children.find(({ type }) => type === 'heredoc_start');
  if (body === undefined || start === undefined) return undefined;
  const isRaw = /["'\\]/.test(text.slice(start.startIndex, start.endIndex));
  const range = { start: body.startIndex, end: body.endIndex };
  return { range, pieces: readPieces(text, range.start, range.end, isRaw ? 'raw' : 'document') };
}

function readWord(text: string, start: number, end: number): ShellWord {
  return { range: { start, end }, pieces: readPieces(text, start, end, 'bare') };
}
