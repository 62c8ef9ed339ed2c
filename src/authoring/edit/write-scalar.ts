// A line of words → a YAML value that says it.

/** Plain where every reader of YAML takes it for text, else in quotes. The text has no control characters. */
export function writeScalar(text: string): string {
  const isPlain = /^[\p{L}][^:#"'`\\[\]{}]*$/u.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
