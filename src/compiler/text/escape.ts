// Text as a part of other text that would read it differently.

/** Text as a part of HTML or XML: in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeText(text).replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Text as the content of an element of HTML: no more is escaped than must be. Code has many `>`. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Text as a part of a regular expression that matches it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
