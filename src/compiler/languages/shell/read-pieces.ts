// A part of a shell script → its pieces with their places, after quotes and escapes are resolved.

import type { ShellPiece } from './shell-words.ts';

/** The current quoting: none, a kind of quotes, or a here-document. */
type Mode = 'bare' | 'single' | 'double' | 'ansi' | 'raw' | 'document';

const expansion = /\$(?:\w+|[@*#?$!-])/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

/**
 * Resolves the quotes and escapes in a part of a script.
 * @param first the quoting at its start
 */
export function readPieces(text: string, start: number, end: number, first: Mode): readonly ShellPiece[] {
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

/** Offset after a variable or command substitution that begins at an offset; undefined if none begins there. */
export function holeAt(text: string, at: number, end: number): number | undefined {
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
