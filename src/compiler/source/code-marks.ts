// Code with marks in its comments → the code without them, and which lines they mark. Marks are written as Shiki has
// them: `[!code highlight]`, `[!code ++]`, `[!code --]` and `[!code focus]`, with `:3` for three lines.

/** A comment on one line. `closing` is empty where the line's end ends it. */
export interface CommentSyntax {
  /** Each of these opens one. */
  readonly openings: readonly string[];
  readonly closing: string;
}

/** What a line is marked as. */
export type CodeMark = 'highlight' | '++' | '--' | 'focus';

export interface MarkedCode {
  readonly text: string;
  /** Marks by line of `text`, from 0. */
  readonly marks: ReadonlyMap<number, ReadonlySet<CodeMark>>;
  /** Names of marks that there are not, with their offsets in the code given; their comments are kept. */
  readonly unknown: readonly { readonly name: string; readonly start: number }[];
}

/** Names that a mark may have. */
export const codeMarks: readonly CodeMark[] = ['highlight', '++', '--', 'focus'];

/**
 * Takes marks out of code. A mark behind code marks its line and those that follow, up to its count; a mark that
 * stands alone marks as many lines below, and its line is gone.
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

/** Whether code may have marks, ours or those of other tools. */
export function mayHaveMarks(code: string): boolean {
  return code.includes('[!code') || code.includes('highlight-') || code.includes('[tl! ');
}

/** A comment at the end of a line that is a mark of Docusaurus, Gatsby or Torchlight. */
function foreignPatternOf({ openings, closing }: CommentSyntax): RegExp {
  const open = openings.map(escapePattern).join('|');
  const names = 'highlight-(?:next-line|line|start|end)|\\[tl! [^\\]]{1,80}\\]';
  return new RegExp(`(?:${open})\\s*(?<name>${names})\\s*${escapePattern(closing)}\\s*$`);
}

function isMark(name: string): name is CodeMark {
  return (codeMarks as readonly string[]).includes(name);
}

/** More lines than a sample may have: what a larger count would mark is not there. */
const mostLines = 100_000;

function mark(marks: Map<number, Set<CodeMark>>, first: number, count: number, name: CodeMark): void {
  for (let line = first; line < first + Math.min(count, mostLines); line++) {
    const set = marks.get(line) ?? new Set<CodeMark>();
    marks.set(line, set.add(name));
  }
}

/** A comment at the end of a line that holds marks and nothing else. */
function patternOf({ openings, closing }: CommentSyntax): RegExp {
  const open = openings.map(escapePattern).join('|');
  return new RegExp(`(?:${open})\\s*(?<marks>(?:\\[!code [^\\]\\s]+\\]\\s*)+)${escapePattern(closing)}\\s*$`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
