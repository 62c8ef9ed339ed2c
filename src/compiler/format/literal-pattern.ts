// Decides in linear time whether a `patternBefore` is a literal (format.md 4.2), or a general expression with classes,
// repetition or alternatives. `\s` and escaped characters are literal.

const signs = /\\[A-RT-Za-mo-rt-z0-9]|\.[*+]|\\s[*+?{]|\[\^|\][*+{]|\(\?|\)[*+?]|^\^|(?<!\\)\$$/;

/** Whether a text is a general expression. */
export function isGeneralExpression(text: string): boolean {
  return signs.test(text) || hasRange(text) || hasAlternative(text);
}

/** A class with a range of characters: `[a-z]`. */
function hasRange(text: string): boolean {
  return text
    .split(']')
    .slice(0, -1)
    .some((part) => part.includes('[') && part.includes('-', part.indexOf('[')));
}

/** Alternatives in one pair of parentheses: `(a|b)`. */
function hasAlternative(text: string): boolean {
  return text
    .split(')')
    .slice(0, -1)
    .some((part) => part.includes('(') && part.includes('|', part.lastIndexOf('(')));
}
