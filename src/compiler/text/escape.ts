// Escapes text for HTML, regular expressions, addresses and YAML.

/** Escapes text for HTML or XML: for the content of an element, or for a quoted attribute. */
export function escapeHtml(text: string): string {
  // Most texts have nothing to escape.
  return /[&<>"]/.test(text) ? escapeText(text).replace(/>/g, '&gt;').replace(/"/g, '&quot;') : text;
}

/**
 * Escapes text for the content of an HTML element only. It escapes as little as possible, because code has many `>`.
 */
export function escapeText(text: string): string {
  return /[&<]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;') : text;
}

/** Escapes text for a regular expression, so that the expression matches the text. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/**
 * A text in double quotes, for YAML: JSON in which the characters are escaped that YAML reads as line breaks or
 * refuses, and those that are no characters of Unicode.
 */
export function quoteYaml(text: string): string {
  const escape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g, escape);
}

/** Matches a path of which addresses escape nothing, as most are. */
const plainPath = /^[\w./-]*$/;

/** A path with all characters escaped that addresses escape, except `/`. */
export function encodePath(path: string): string {
  return plainPath.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}
