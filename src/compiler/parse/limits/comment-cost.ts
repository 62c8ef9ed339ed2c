// Finds expressions in which the search for comments would take MDX too long. MDX searches before it parses an
// expression: for each `/*` without an end to the end of the expression, and for each `//` in the last line to the end
// of that line.

import type { Excess } from './body-bounds.ts';

/**
 * The first comment of the first expression whose cost, comments times length, exceeds `limit`. Undefined if there is
 * none. Each `}` may end an expression, so the text between two of them counts as one expression.
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
