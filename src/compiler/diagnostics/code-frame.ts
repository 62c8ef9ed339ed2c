// The lines around a finding, with the range underlined. Control characters of the file are escaped.

import { LineIndex, type Range, type SourceFile } from '../source/index.ts';
import { escapeControls } from './quote.ts';

/** Lines shown before the range. */
const linesBefore = 1;
/** Lines of a long range that are shown and underlined. */
const maxLines = 4;
/** Characters of a line that are shown. In a longer line, the shown part begins shortly before the range. */
const maxWidth = 100;

/** A code frame: line numbers, text, and `^` under every character of the range. */
export function codeFrame(file: SourceFile, range: Range, index: LineIndex = new LineIndex()): string {
  const start = index.pointAt(file, range.start);
  const end = index.pointAt(file, Math.max(range.end, range.start));
  const lastLine = Math.min(end.line, start.line + maxLines - 1);
  const gutter = String(lastLine).length;
  const lines: string[] = [];
  for (let line = Math.max(1, start.line - linesBefore); line <= lastLine; line++) {
    const text = index.lineText(file, line);
    const lineStart = index.offsetAt(file, { line, column: 1 });
    const from = Math.min(Math.max(range.start - lineStart, 0), text.length);
    const to = line === end.line ? Math.min(Math.max(range.end - lineStart, 0), text.length) : text.length;
    const window = Math.max(0, Math.min(from - 20, text.length - maxWidth));
    const shown = text.slice(window, window + maxWidth);
    lines.push(`${String(line).padStart(gutter)} | ${escapeControls(shown.replace(/\t/g, ' '))}`.trimEnd());
    if (line < start.line) continue;
    const before = widthOf(text.slice(window, from));
    const marks = Math.max(
      widthOf(text.slice(from, Math.min(Math.max(to, from), window + maxWidth))),
      line === start.line ? 1 : 0,
    );
    if (marks > 0) lines.push(`${' '.repeat(gutter)} | ${' '.repeat(before)}${'^'.repeat(marks)}`);
  }
  if (end.line > lastLine) lines.push(`${' '.repeat(gutter)} | …`);
  return lines.join('\n');
}

/** The width of a text in the frame, in code points. A control character counts as its escape. */
function widthOf(text: string): number {
  return [...escapeControls(text.replace(/\t/g, ' '))].length;
}
