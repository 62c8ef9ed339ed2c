// Whether MDX can look for comments in the expressions of a body in a short time. It does so before it parses an
// expression: for each `/*` without an end it walks to the end of the expression, and for each `//` in the last line to
// the end of that line.

import type { Excess } from './body-bounds.ts';

/**
 * The first place where the cost of an expression, comments times length, passes `limit`; undefined where none does.
 * Each `}` may end an expression, so the text between two of them is measured.
 */
export function findCommentExcess(text: string, limit: number): Excess | undefined {
  if (text.length * text.length <= limit) return undefined;
  for (let start = 0, end = text.indexOf('}'); end >= 0; start = end + 1, end = text.indexOf('}', start)) {
    const part = text.slice(start, end);
    const line = part.slice(Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r')) + 1);
    const open = part.slice(part.lastIndexOf('*/') + 1);
    const cost = countOf(line, /\/(?=\/)/g) * line.length + countOf(open, /\/(?=\*)/g) * part.length;
    if (cost > limit) return { offset: start + part.search(/\/[*/]/), length: 2 };
  }
  return undefined;
}

function countOf(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}
