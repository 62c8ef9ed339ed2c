// The verbs of HTTP. They are the types of methods of an HTTP API.

const verbs: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** @param word in capitals */
export function isHttpVerb(word: string): boolean {
  return verbs.has(word);
}
