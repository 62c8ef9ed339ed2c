// How deep brackets stand inside each other, counted on the text before any parser sees it: most parsers call themselves
// for each level, and end the process where there are too many.

/** Where the bracket opens that stands inside `limit` others; undefined where none does. Strings are not told apart. */
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
