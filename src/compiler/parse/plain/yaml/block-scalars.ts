// Block scalars: `|` and `>`, with or without `-`.

import type { ScalarNode } from '../../../model/index.ts';
import { giveUp } from '../give-up.ts';
import { codes, isBreak, nextLine, skipSpaces } from './characters.ts';

const header = /[|>]-?(?=\r?\n)/y;

/**
 * Reads the block scalar whose `|` or `>` is at an offset. Its range ends after its last line. Gives up at explicit
 * indentation, `+`, comments, texts without words, and blank lines that are longer than the indentation.
 * @param parent column of the key or `-` of this value: the lines of the text are indented more
 */
export function readBlockScalar(text: string, start: number, parent: number): ScalarNode {
  header.lastIndex = start;
  const [marks] = header.exec(text) ?? giveUp();
  const isFolded = marks.startsWith('>');
  const { lines, end } = readLines(text, nextLine(text, start), parent);
  const value = (isFolded ? fold(lines) : lines.join('\n')) + (marks.length > 1 ? '' : '\n');
  return {
    kind: 'scalar',
    range: { start, end },
    style: isFolded ? 'folded' : 'literal',
    value,
    type: 'string',
  };
}

/** The lines from an offset on that are indented more than `parent`, without their indentation. */
function readLines(
  text: string,
  start: number,
  parent: number,
): { readonly lines: readonly string[]; readonly end: number } {
  const lines: string[] = [];
  let indent = 0;
  let widestBlank = 0;
  let blanks = 0;
  let end = start;
  for (let line = start; line < text.length;) {
    const at = skipSpaces(text, line);
    const isEnd = at === text.length;
    const code = isEnd ? codes.space : text.charCodeAt(at);
    if (isEnd || code === codes.tab) giveUp();
    const next = nextLine(text, at);
    if (isBreak(code)) {
      blanks++;
      widestBlank = Math.max(widestBlank, at - line);
      line = next;
      continue;
    }
    if (indent === 0) {
      if (at - line <= parent) giveUp();
      indent = at - line;
    }
    if (at - line < indent) break;
    if (widestBlank > indent) giveUp();
    for (; blanks > 0; blanks--) lines.push('');
    lines.push(text.slice(line + indent, endOfLine(text, next)));
    end = next;
    line = next;
  }
  if (indent === 0 || widestBlank > indent) giveUp();
  return { lines, end };
}

/** The end of the line before `next`, without its line break. */
function endOfLine(text: string, next: number): number {
  if (text.charCodeAt(next - 1) !== codes.lineFeed) return next;
  return text.charCodeAt(next - 2) === codes.carriageReturn ? next - 2 : next - 1;
}

/** Joins the lines of a folded text: breaks beside lines that are indented more are kept. */
function fold(lines: readonly string[]): string {
  let value = '';
  let separator = '';
  let wasIndented = false;
  for (const line of lines) {
    if (line === '') {
      if (separator === '\n') value += '\n';
      else separator = '\n';
    } else if (line.charCodeAt(0) === codes.space) {
      if (separator === ' ') separator = '\n';
      else if (!wasIndented && separator === '\n') separator = '\n\n';
      value += separator + line;
      separator = '\n';
      wasIndented = true;
    } else {
      value += separator + line;
      separator = ' ';
      wasIndented = false;
    }
  }
  return value;
}
