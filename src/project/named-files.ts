// A file of a site → the files that it references. Reads pages, stylesheets, scripts, the search index and the
// manifest, in linear time.

/** An address as written, and whether it is a link. */
export interface NamedFile {
  readonly address: string;
  /**
   * True for links that readers follow, which may lead to another site; false for files that the browser loads with the
   * page.
   */
  readonly isLink: boolean;
}

/** All addresses in a file, each once; none for other kinds of files. */
export function namedFiles(path: string, text: string): readonly NamedFile[] {
  const found = new Map<string, NamedFile>();
  const add = (address: string, isLink = false): void => {
    const key = `${isLink} ${address}`;
    if (!found.has(key)) found.set(key, { address, isLink });
  };
  if (path.endsWith('.html')) readPage(text, add);
  else if (path.endsWith('.css'))
    for (const match of text.matchAll(styleAddress)) add(match.slice(1).find((address) => address !== undefined) ?? '');
  else if (path.endsWith('.js'))
    for (const [, module, beside] of text.matchAll(scriptAddress)) add(module ?? beside ?? '');
  else if (/(?:^|\/)_search\/[^/]*\.json$/.test(path)) for (const [, part = ''] of text.matchAll(indexPart)) add(part);
  else if (path.endsWith('.webmanifest')) for (const [, icon = ''] of text.matchAll(manifestIcon)) add(icon);
  return [...found.values()];
}

type Add = (address: string, isLink?: boolean) => void;

/** Elements that may reference a file. */
const elements = new Set([
  'a',
  'area',
  'link',
  'script',
  'img',
  'source',
  'video',
  'audio',
  'track',
  'iframe',
  'object',
  'embed',
  'use',
  'image',
  'meta',
  'html',
  'input',
  'section',
]);
const wanted = new Set([
  'src',
  'href',
  'xlink:href',
  'poster',
  'data',
  'data-search',
  'data-search-style',
  'data-routes',
]);
const links = new Set(['a', 'area', 'iframe']);

const tagName = /<([A-Za-z][\w-]*)/y;
/** The attributes of a tag up to its end; a `>` in quotes does not end the tag. */
const tagRest = /(?:"[^"]*"|'[^']*'|[^"'>])*>/y;
const attribute = /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Reads all tags; skips comments and the contents of scripts and styles. */
function readPage(html: string, add: Add): void {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = html.indexOf('-->', at);
      if (at < 0) return;
      continue;
    }
    const name = matchAt(tagName, html, at)?.[1]?.toLowerCase();
    if (name === undefined) {
      at++;
      continue;
    }
    const start = at + 1 + name.length;
    const rest = matchAt(tagRest, html, start)?.[0];
    if (rest === undefined) return;
    if (name === 'meta') readMeta(rest, add);
    else if (elements.has(name)) readAttributes(rest, links.has(name), add);
    at = start + rest.length;
    if (name === 'script' || name === 'style') at = html.indexOf(`</${name}`, at);
    if (at < 0) return;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readAttributes(written: string, isLink: boolean, add: Add): void {
  for (const [, name = '', quoted, single, bare] of written.matchAll(attribute)) {
    const isSet = name === 'srcset' || name === 'imagesrcset';
    if (!isSet && !wanted.has(name)) continue;
    const value = decode(quoted ?? single ?? bare ?? '');
    if (isSet) for (const candidate of value.split(/,\s/)) add(candidate.trim().split(/[\s,]/)[0]!);
    else add(value, isLink);
  }
}

/** Reads the preview images of shared links, and the target of a redirect. */
function readMeta(written: string, add: Add): void {
  const content = decode(/\bcontent="([^"]*)"/.exec(written)?.[1] ?? '');
  if (/(?:og|twitter):image"/.test(written)) add(content);
  if (/\bhttp-equiv="refresh"/.test(written)) add(/url=(.*)/.exec(content)?.[1] ?? '', true);
}

function decode(value: string): string {
  return value.includes('&')
    ? value
        .replace(/&(?:amp|#38|#x26);/g, '&')
        .replace(/&(?:quot|#34);/g, '"')
        .replace(/&#39;/g, "'")
    : value;
}

const styleAddress = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g;
const scriptAddress =
  /\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']|new URL\(\s*["'`]([^"'`]+)["'`]\s*,\s*import\.meta\.url/g;
/** Matches names of index parts, which contain a hash of their content. */
const indexPart = /"([a-z]+\.[a-z0-9]{8,}\.json)"/g;
const manifestIcon = /"src"\s*:\s*"([^"]*)"/g;
