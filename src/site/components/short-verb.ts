// The short form of an HTTP verb for the navigation's column.

/** Usual abbreviations of the long verbs. */
export function shortVerb(verb: string): string {
  return verb === 'DELETE' ? 'DEL' : verb === 'OPTIONS' ? 'OPT' : verb;
}
