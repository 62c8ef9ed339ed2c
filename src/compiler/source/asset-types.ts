// The types of content files that a site publishes: an allow list of extensions. Browsers show these types without
// running code, or download them. The handbook explains the list: change both together.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Published extensions, in lower case and without their dot. SVGs are also checked for active content. */
export const published = words(`
  png jpg jpeg gif webp avif apng bmp ico svg
  mp3 m4a ogg oga opus wav flac mp4 m4v mov webm ogv vtt srt
  pdf txt csv tsv rtf docx xlsx pptx odt ods odp epub ics vcf
  json jsonl ndjson geojson yaml yml toml proto graphql
  zip gz tgz tar bz2 xz zst 7z
  woff woff2 ttf otf pem crt asc sig
`);

/** Extensions that browsers or servers run. */
const running = words(`
  html htm xhtml xht shtml xml xsl xslt rss atom rdf svgz mht mhtml js mjs cjs wasm css swf hta
  php phtml phar asp aspx jsp cgi
`);

/** Extensions that some servers run wherever they occur in a name. */
const obeyed = words('php phtml phar shtml asp aspx jsp cgi');

/** Extensions of compressed files: some servers send such a file with its uncompressed type. */
const packed = words('gz br zst xz bz2 z');

/** The type of a file as in `assetTypes`: its extension in lower case, with its dot; `''` for a name without one. */
export function typeOf(path: string): string {
  const endings = endingsOf(path);
  const last = endings.at(-1);
  if (last === undefined) return '';
  const inner = endings.at(-2);
  const isPackedPage = packed.has(last) && inner !== undefined && (running.has(inner) || inner === 'svg');
  const told = isPackedPage ? inner : (endings.find((ending) => obeyed.has(ending)) ?? last);
  // The content of compressed files cannot be checked.
  return isPackedPage && inner === 'svg' ? '.svgz' : `.${told}`;
}

/** Whether a type is published by default. */
export function isPublished(type: string): boolean {
  return published.has(type.slice(1));
}

/** Whether browsers or servers may run files of a type. */
export function isExecutable(type: string): boolean {
  return running.has(type.slice(1)) || type === '.svg';
}

function endingsOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name
    .split('.')
    .slice(1)
    .map((ending) => ending.trim().toLowerCase());
}
