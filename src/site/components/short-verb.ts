// An HTTP verb as the navigation shows it, in one column.

/** The long ones are cut as everybody cuts them. */
export function shortVerb(verb: string): string {
  return verb === 'DELETE' ? 'DEL' : verb === 'OPTIONS' ? 'OPT' : verb;
}
