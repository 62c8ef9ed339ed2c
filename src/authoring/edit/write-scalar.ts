// A line of text → a YAML scalar with this text.

/**
 * A plain scalar if every YAML parser reads it as this text, else a quoted one.
 * @param text without control characters
 */
export function writeScalar(text: string): string {
  const isPlain = /^[\p{L}][^:#"'`\\[\]{}]*$/u.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
