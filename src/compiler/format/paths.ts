// Paths that authors write in `site.yaml` → paths from the content folder. Paths that lead out of the folder are
// refused.

/**
 * Returns the path without `.` and `..`, normalised (NFC); undefined if it leads out of the content folder or is
 * absolute.
 */
export function pathInside(path: string): string | undefined {
  if (/^\/|^[A-Za-z]:|\\/.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/').normalize('NFC');
}

/**
 * Matches paths that lead out of the content folder. An expression cannot count, so it only recognizes a `..` that
 * follows at most three names.
 */
const wayOut = ((): string => {
  const [name, nothing] = [String.raw`(?!\.{0,2}(?:/|$))[^/]+/`, String.raw`(?:\.?/)*`];
  let back = '';
  for (let level = 0; level < 3; level++) back = String.raw`(?:${name}${nothing}${back}\.\./${nothing})*`;
  return String.raw`${nothing}${back}\.\.(?:/|$)`;
})();

/** The condition of `pathInside` as an expression, for the JSON Schema. */
export const insidePattern = new RegExp(String.raw`^(?!/|[A-Za-z]:|${wayOut})[^\\]*\S$`);
