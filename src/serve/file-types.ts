// The types of files whose name has no ending that tells it.

/** RFC 9264 and RFC 9727. */
const catalog = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/**
 * The value of `Content-Type` for a file of a site; undefined if its ending decides.
 * @param path from the top of the site
 */
export function typeWithoutEnding(path: string): string | undefined {
  return path.replace(/^\//, '') === '.well-known/api-catalog' ? catalog : undefined;
}
