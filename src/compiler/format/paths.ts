// Paths that authors write in `site.yaml` → paths from the content folder. A path that leads out of it is no path.

/**
 * The path without `.` and `..`, composed (NFC); undefined where it leads out of the content folder, or is absolute.
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

/** What leads out of the content folder, as far as an expression can tell: `..` may take back three names. */
const wayOut = ((): string => {
  const [name, nothing] = [String.raw`(?!\.{0,2}(?:/|$))[^/]+/`, String.raw`(?:\.?/)*`];
  let back = '';
  for (let level = 0; level < 3; level++) back = String.raw`(?:${name}${nothing}${back}\.\./${nothing})*`;
  return String.raw`${nothing}${back}\.\.(?:/|$)`;
})();

/** `pathInside` as an expression for the JSON Schema. */
export const insidePattern = new RegExp(String.raw`^(?!/|[A-Za-z]:|${wayOut})[^\\]*\S$`);
