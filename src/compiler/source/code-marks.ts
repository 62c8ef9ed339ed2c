// Code with marks in its comments → the code without them, and the marked lines. Marks have Shiki's notation: `[!code
// highlight]`, `[!code ++]`, `[!code --]` and `[!code focus]`, with `:3` for three lines.

import { escapePattern } from '../text/index.ts';

/** Syntax of a comment on one line. `closing` is empty if the comment ends with the line. */
export interface CommentSyntax {
  /** Each of these opens a comment. */
  readonly openings: readonly string[];
  readonly closing: string;
}

/** The kind of a mark. */
export type CodeMark = 'highlight' | '++' | '--' | 'focus';

export interface MarkedCode {
  readonly text: string;
  /** Marks by line of `text`, from 0. */
  readonly marks: ReadonlyMap<number, ReadonlySet<CodeMark>>;
  /** Names of unknown marks, with their offsets in the original code; their comments are kept. */
  readonly unknown: readonly { readonly name: string; readonly start: number }[];
}

/** All kinds of marks. */
export const codeMarks: readonly CodeMark[] = ['highlight', '++', '--', 'focus'];

/**
 * Removes marks from code. A mark after code marks its line and the following lines, up to its count. A mark on a line
 * of its own marks as many lines below, and its line is removed.
 * @param code lines end with `\n`
 */
export function readCodeMarks(code: string, comment: CommentSyntax | undefined): MarkedCode {
  if (comment === undefined || !mayHaveMarks(code)) return { text: code, marks: new Map(), unknown: [] };
  const pattern = patternOf(comment);
  const foreign = foreignPatternOf(comment);
  const lines: string[] = [];
  const marks = new Map<number, Set<CodeMark>>();
  const unknown: { name: string; start: number }[] = [];
  let start = 0;
  for (const line of code.split('\n')) {
    const found = pattern.exec(line);
    const named = found ? [...found.groups!['marks']!.matchAll(/\[!code ([^\]:\s]+)(?::(\d+))?\]/g)] : [];
    const wrong = named.find(([, name]) => !isMark(name!));
    if (found && wrong) {
      unknown.push({ name: wrong[1]!, start: start + line.indexOf(wrong[0]) + '[!code '.length });
      lines.push(line);
    } else if (found) {
      const before = line.slice(0, found.index).trimEnd();
      for (const [, name, count] of named) mark(marks, lines.length, Number(count ?? 1), name as CodeMark);
      if (before !== '') lines.push(before);
    } else {
      const other = foreign.exec(line)?.groups!['name'];
      if (other !== undefined) unknown.push({ name: other, start: start + line.lastIndexOf(other) });
      lines.push(line);
    }
    start += line.length + 1;
  }
  return { text: lines.join('\n'), marks: new Map([...marks].filter(([line]) => line < lines.length)), unknown };
}

/** Whether code may have marks of Stele or other tools. */
export function mayHaveMarks(code: string): boolean {
  return code.includes('[!code') || code.includes('highlight-') || code.includes('[tl! ');
}

/** Matches a comment at the end of a line that is a mark of Docusaurus, Gatsby or Torchlight. */
function foreignPatternOf({ openings, closing }: CommentSyntax): RegExp {
  const open = openings.map(escapePattern).join('|');
  const names = 'highlight-(?:next-line|line|start|end)|\\[tl! [^\\]]{1,80}\\]';
  return new RegExp(`(?:${open})\\s*(?<name>${names})\\s*${escapePattern(closing)}\\s*$`);
}

function isMark(name: string): name is CodeMark {
  return (codeMarks as readonly string[]).includes(name);
}

/** The maximum count of a mark. No sample has more lines. */
const maxLines = 100_000;

function mark(marks: Map<number, Set<CodeMark>>, first: number, count: number, name: CodeMark): void {
  for (let line = first; line < first + Math.min(count, maxLines); line++) {
    const set = marks.get(line) ?? new Set<CodeMark>();
    marks.set(line, set.add(name));
  }
}

/** Matches a comment at the end of a line that contains only marks. */
function patternOf({ openings, closing }: CommentSyntax): RegExp {
  const open = openings.map(escapePattern).join('|');
  return new RegExp(`(?:${open})\\s*(?<marks>(?:\\[!code [^\\]\\s]+\\]\\s*)+)${escapePattern(closing)}\\s*$`);
}
