// Whether the code of a body is cheap enough to be looked through for comments, which MDX does with each expression
// before it reads it: for each `/*` without an end it walks to the end of the expression, and for each `//` to that of its
// last line.

import type { Excess } from './body-bounds.ts';

/**
 * The first place at which the cost of what may be an expression, comments times length, passes `limit`; undefined where
 * it never does. Each `}` may end an expression, so the text is looked at between them.
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
