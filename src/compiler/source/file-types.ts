// The types of the files of a site, as hosts should send them: one list for the files of hosts and for local servers.

/** RFC 9264 and RFC 9727. */
const catalog = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** Types of files whose name has no ending that tells it, by path from the top of the site. */
export const typesByPath: ReadonlyMap<string, string> = new Map([['.well-known/api-catalog', catalog]]);

/** Types by ending that hosts do not know, or send without a charset. */
export const typesForHosts: ReadonlyMap<string, string> = new Map([
  ['md', 'text/markdown; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
]);

/** Types that all hosts know. */
const commonTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['txt', 'text/plain; charset=utf-8'],
  ['xml', 'application/xml; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['ico', 'image/x-icon'],
  ['png', 'image/png'],
]);

/**
 * The `Content-Type` of a file that Stele writes into a site.
 * @param path from the top of the site
 */
export function typeOfSiteFile(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = typesByPath.get(path) ?? typesForHosts.get(ending) ?? commonTypes.get(ending);
  return type ?? 'application/octet-stream';
}
