// Whether a `patternBefore` is a literal (format.md 4.2), or contains something only a general expression has: classes,
// repetition, alternatives. `\s` and escaped characters are literal. In linear time.

const signs = /\\[A-RT-Za-mo-rt-z0-9]|\.[*+]|\\s[*+?{]|\[\^|\][*+{]|\(\?|\)[*+?]|^\^|(?<!\\)\$$/;

/** Whether a text is a general expression. */
export function isGeneralExpression(text: string): boolean {
  return signs.test(text) || hasRange(text) || hasAlternative(text);
}

/** `[a-z]`: a class that names its characters by their ends. */
function hasRange(text: string): boolean {
  return text
    .split(']')
    .slice(0, -1)
    .some((part) => part.includes('[') && part.includes('-', part.indexOf('[')));
}

/** `(a|b)`: alternatives in one pair of parentheses. */
function hasAlternative(text: string): boolean {
  return text
    .split(')')
    .slice(0, -1)
    .some((part) => part.includes('(') && part.includes('|', part.lastIndexOf('(')));
}
