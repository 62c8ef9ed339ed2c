// The verbs of HTTP, which a method of an HTTP API has as its type.

const verbs: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** @param word in capitals */
export function isHttpVerb(word: string): boolean {
  return verbs.has(word);
}
