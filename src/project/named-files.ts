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

/**
 * All addresses in a file, each once, those of links last; none for other kinds of files. Addresses of places in the
 * same page, which begin with `#`, are left out: they need no file, and most links of a page are of this kind.
 */
export function namedFiles(path: string, text: string): readonly NamedFile[] {
  const [links, others] = [new Set<string>(), new Set<string>()];
  visitNamedFiles(path, text, (address, isLink) => (isLink ? links : others).add(address));
  return [
    ...[...others].map((address) => ({ address, isLink: false })),
    ...[...links].map((address) => ({ address, isLink: true })),
  ];
}

/**
 * Calls a function for each address in a file that `namedFiles` would return. It may be called with one several times.
 */
export function visitNamedFiles(path: string, text: string, visit: (address: string, isLink: boolean) => void): void {
  const add = (address: string, isLink = false): void => {
    if (address.charCodeAt(0) !== hash) visit(address, isLink);
  };
  if (path.endsWith('.html')) readPage(text, add);
  else if (path.endsWith('.css'))
    for (const match of text.matchAll(styleAddress)) add(match.slice(1).find((address) => address !== undefined) ?? '');
  else if (path.endsWith('.js'))
    for (const [, module, beside] of text.matchAll(scriptAddress)) add(module ?? beside ?? '');
  else if (/(?:^|\/)_search\/[^/]*\.json$/.test(path)) for (const [, part = ''] of text.matchAll(indexPart)) add(part);
  else if (path.endsWith('.webmanifest')) for (const [, icon = ''] of text.matchAll(manifestIcon)) add(icon);
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
  'input',
  'section',
]);
const wanted = new Set(['src', 'href', 'xlink:href', 'poster', 'data', 'data-routes']);
const linkElements = new Set(['a', 'area', 'iframe']);

/** Reads all tags; skips comments and the contents of scripts and styles. */
function readPage(html: string, add: Add): void {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (!isLetter(html.charCodeAt(at + 1))) {
      at = html.startsWith('<!--', at) ? html.indexOf('-->', at) : at + 1;
      if (at < 0) return;
      continue;
    }
    let end = at + 1;
    while (isNameCode(html.charCodeAt(end))) end++;
    const name = mayBeRead(html, at + 1, end) ? html.slice(at + 1, end).toLowerCase() : '';
    const isRead = elements.has(name);
    const tag = readTag(html, end, isRead);
    if (name === 'meta') readMeta(html.slice(end, tag.end), add);
    else if (isRead) readAttributes(tag.attributes, linkElements.has(name), add);
    at = tag.end;
    if (name === 'script' || name === 'style') at = html.indexOf(`</${name}`, at);
    if (at < 0) return;
  }
}

/** A number for the first letter of a name, in either case, and its length. */
function shapeOf(letter: number, length: number): number {
  return length * 32 + (letter & 31);
}

const skippedElements = ['script', 'style'];
const shapes = new Set([...elements, ...skippedElements].map((name) => shapeOf(name.charCodeAt(0), name.length)));

/** Whether a tag may be one that is read. This is quicker than making a string of the name of every tag. */
function mayBeRead(html: string, start: number, end: number): boolean {
  return shapes.has(shapeOf(html.charCodeAt(start), end - start));
}

interface Tag {
  /** Offset of the `>` at its end. */
  readonly end: number;
  /** Names and values in turn. */
  readonly attributes: readonly string[];
}

const noAttributes: readonly string[] = [];

/**
 * Reads a tag behind its name; a `>` in quotes does not end it. Runs for every tag of a site, so it does not use
 * regular expressions.
 */
function readTag(html: string, start: number, isRead: boolean): Tag {
  const attributes: string[] | undefined = isRead ? [] : undefined;
  let nameStart = start;
  for (let at = start; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === greater) return { end: at, attributes: attributes ?? noAttributes };
    if (code === quote || code === apostrophe) {
      const close = html.indexOf(code === quote ? '"' : "'", at + 1);
      if (close < 0) break;
      if (attributes !== undefined && mayBeWanted(html, at))
        attributes.push(nameBefore(html, nameStart, at), html.slice(at + 1, close));
      at = close;
      nameStart = close + 1;
    } else if (code === equals && !isQuoted(html, at + 1)) {
      let end = at + 1;
      while (end < html.length && !isSpace(html.charCodeAt(end)) && html.charCodeAt(end) !== greater) end++;
      attributes?.push(nameOf(html.slice(nameStart, at + 1)), html.slice(at + 1, end));
      at = end - 1;
      nameStart = end;
    }
  }
  return { end: html.length, attributes: attributes ?? noAttributes };
}

const [space, quote, hash, apostrophe, equals, greater] = [0x20, 0x22, 0x23, 0x27, 0x3d, 0x3e];

/** Last letters of the names of attributes that are read. */
const lastLetters = new Set([...wanted, 'srcset'].map((name) => name.charCodeAt(name.length - 1)));

/** Whether the value that begins at a quote may be one that is read. */
function mayBeWanted(html: string, at: number): boolean {
  if (html.charCodeAt(at - 1) !== equals) return true;
  const last = html.charCodeAt(at - 2);
  // Most attributes are classes.
  return lastLetters.has(last) ? last !== letterS || html.charCodeAt(at - 3) !== letterS : isSpace(last);
}
const letterS = 0x73;

function isQuoted(html: string, at: number): boolean {
  let next = at;
  while (isSpace(html.charCodeAt(next))) next++;
  const code = html.charCodeAt(next);
  return code === quote || code === apostrophe;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isNameCode(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
}

/**
 * The name before a value.
 * @param end offset behind the `=`
 */
function nameBefore(html: string, start: number, end: number): string {
  // Mostly a space, the name and `=`.
  let at = end - 2;
  while (at > start && isNameCode(html.charCodeAt(at))) at--;
  return html.charCodeAt(end - 1) === equals && at < end - 2 && html.charCodeAt(at) === space
    ? html.slice(at + 1, end - 1)
    : nameOf(html.slice(start, end));
}

/** The name before a value: `href` of ` hidden href = `. */
function nameOf(written: string): string {
  const end = written.lastIndexOf('=');
  const name = (end < 0 ? written : written.slice(0, end)).trimEnd();
  const start = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\n'), name.lastIndexOf('\t'), name.lastIndexOf('/'));
  return name.slice(start + 1);
}

function readAttributes(attributes: readonly string[], isLink: boolean, add: Add): void {
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i]!;
    const isSet = name === 'srcset' || name === 'imagesrcset';
    if (!isSet && !wanted.has(name)) continue;
    const value = decode(attributes[i + 1]!);
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
