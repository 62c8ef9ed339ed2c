// Escapes text for HTML and for regular expressions.

/** Escapes text for HTML or XML: for the content of an element, or for a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeText(text).replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/**
 * Escapes text for the content of an HTML element only. It escapes as little as possible, because code has many `>`.
 */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Escapes text for a regular expression, so that the expression matches the text. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
