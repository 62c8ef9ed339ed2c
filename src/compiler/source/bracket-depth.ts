// Nesting depth of brackets, counted before parsing: most parsers are recursive, and crash the process if the nesting
// is too deep.

/** Offset of the first bracket inside `limit` others; undefined if there is none. Brackets in strings count, too. */
export function findTooDeep(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > limit) return at;
    } else if (code === 41 || code === 93 || code === 125) depth = Math.max(depth - 1, 0);
  }
  return undefined;
}
