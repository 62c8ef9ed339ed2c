// Coloured code of a panel → the lines to draw. Adds the prompts and output of a session, and the marks of added and
// removed lines of a diff.

import type { DiffLine } from '../../../compiler/source/index.ts';
import type { PanelCode } from './panel-code.ts';
import type { CodeLine, CodePiece } from './render-code.ts';

/** @param coloured lines of the panel's `text` */
export function arrangeLines(
  { marks, session, diff }: PanelCode,
  coloured: readonly (readonly CodePiece[])[],
): readonly CodeLine[] {
  if (session) {
    let next = 0;
    return session.map(({ kind, prompt, text }, i) => {
      const pieces = kind === 'command' ? (coloured[next++] ?? []) : text === '' ? [] : [{ text }];
      return { pieces, marks: marks.get(i), kind, prompt };
    });
  }
  if (diff) return coloured.map((pieces, i) => arrangeDiffLine(pieces, diff[i], marks.get(i)));
  return coloured.map((pieces, i) => ({ pieces, marks: marks.get(i) }));
}

/** The sign stays in the text, with its own colour. */
function arrangeDiffLine(pieces: readonly CodePiece[], line: DiffLine, marks: CodeLine['marks']): CodeLine {
  const text = pieces.map((piece) => piece.text).join('');
  if (line === undefined) return { pieces, marks };
  if (line === 'head') return { pieces: [{ text, tone: 'c' }], marks };
  const sign = { text: text.slice(0, 1), tone: line === '++' ? 'p' : 'k' };
  const rest = text.slice(1);
  return {
    pieces: rest === '' ? [sign] : [sign, { text: rest }],
    marks: new Set([...(marks ?? []), line]),
    isSigned: true,
  };
}
