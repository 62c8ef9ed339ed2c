// A tree of a shell script → its commands as the shell reads them: without quotes and escapes, each piece with its
// place.

import type { Node, Tree } from 'web-tree-sitter';
import type { ShellCommand, ShellPiece, ShellWord } from '../../compiler/model/index.ts';

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

/** The current quoting: none, a kind of quotes, or a here-document. */
type Mode = 'bare' | 'single' | 'double' | 'ansi' | 'raw' | 'document';

const expansion = /\$(?:\w+|[@*#?$!-])/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

function readPieces(text: string, start: number, end: number, first: Mode): readonly ShellPiece[] {
  const pieces: ShellPiece[] = [];
  let mode = first;
  const add = (value: string, at: number): void => {
    const last = pieces.at(-1);
    if (last?.kind === 'text' && last.start + last.text.length === at)
      pieces[pieces.length - 1] = { ...last, text: last.text + value };
    else pieces.push({ kind: 'text', text: value, start: at });
  };
  for (let at = start; at < end;) {
    const character = text[at]!;
    const next = text[at + 1] ?? '';
    const isExpanding = mode === 'bare' || mode === 'double' || mode === 'document';
    const hole = isExpanding ? holeAt(text, at, end) : undefined;
    if (hole !== undefined) {
      pieces.push({ kind: 'hole', range: { start: at, end: hole } });
      at = hole;
    } else if (character === '\\' && mode !== 'single' && mode !== 'raw') {
      const isKept = (mode === 'double' || mode === 'document') && !'$`"\\\n'.includes(next);
      if (isKept) add(character, at);
      else if (next !== '\n') add(mode === 'ansi' ? (escapes[next] ?? next) : next, at + 1);
      at += isKept ? 1 : 2;
    } else if (mode === 'bare' && (character === "'" || character === '"')) {
      mode = character === "'" ? 'single' : 'double';
      at++;
    } else if (mode === 'bare' && character === '$' && (next === "'" || next === '"')) {
      mode = next === "'" ? 'ansi' : 'double';
      at += 2;
    } else if (
      (character === "'" && (mode === 'single' || mode === 'ansi')) ||
      (character === '"' && mode === 'double')
    ) {
      mode = 'bare';
      at++;
    } else {
      add(character, at);
      at++;
    }
  }
  return pieces;
}

/** Offset after a variable or command substitution. */
function holeAt(text: string, at: number, end: number): number | undefined {
  if (text[at] === '`') return closingAt(text, at + 1, end, '`', '`');
  if (text[at] !== '$') return undefined;
  if (text[at + 1] === '{') return closingAt(text, at + 2, end, '{', '}');
  if (text[at + 1] === '(') return closingAt(text, at + 2, end, '(', ')');
  expansion.lastIndex = at;
  const match = expansion.exec(text);
  return match ? Math.min(at + match[0].length, end) : undefined;
}

function closingAt(text: string, start: number, end: number, opening: string, closing: string): number {
  let depth = 1;
  for (let at = start; at < end; at++) {
    if (text[at] === closing) depth--;
    else if (text[at] === opening) depth++;
    if (depth === 0) return at + 1;
  }
  return end;
}
