// A page → the addresses that it references, in linear time.

/** Takes an address as written, and whether it is a link. */
export type Add = (address: string, isLink?: boolean) => void;

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

/**
 * Reads all tags of a page; skips comments and the contents of scripts and styles.
 * @param readPlain reads tags of the usual form. Tests replace it: what is found does not depend on it
 */
export function readPage(html: string, add: Add, readPlain = readPlainTag): void {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const first = html.charCodeAt(at + 1);
    if (!isLetter(first)) {
      at = first === exclamation && html.startsWith('<!--', at) ? html.indexOf('-->', at) : at + 1;
      if (at < 0) return;
      continue;
    }
    let end = at + 2;
    while (isNameCode(html.charCodeAt(end))) end++;
    if (end === at + 2 && first === letterA) {
      const plainEnd = readPlain(html, end, true, add);
      at = plainEnd < 0 ? readWantedTag(html, end, 'a', add) : plainEnd;
      continue;
    }
    if (!mayBeRead(html, at + 1, end)) {
      const plainEnd = readPlain(html, end, false, add);
      at = plainEnd < 0 ? readTag(html, end, false).end : plainEnd;
      continue;
    }
    const name = html.slice(at + 1, end).toLowerCase();
    at = elements.has(name) ? readWantedTag(html, end, name, add) : readTag(html, end, false).end;
    if (name === 'script' || name === 'style') at = html.indexOf(`</${name}`, at);
    if (at < 0) return;
  }
}

/**
 * Reads a tag of an element that may reference a file.
 * @returns offset of the `>` at its end
 */
function readWantedTag(html: string, start: number, name: string, add: Add): number {
  const tag = readTag(html, start, true);
  if (name === 'meta') readMeta(html.slice(start, tag.end), add);
  else readAttributes(tag.attributes, linkElements.has(name), add);
  return tag.end;
}

/**
 * Reads a tag of the usual form: attributes in lower case with one space before each, and with values in double quotes
 * or without values. Most tags have this form, and this is quicker than `readTag`, which finds the same.
 * @param isLink whether the attribute `href` is read; else none is
 * @returns offset of the `>` at its end; -1 if it has another form, or attributes that `readTag` may have to read
 */
function readPlainTag(html: string, start: number, isLink: boolean, add: Add): number {
  let found: string | undefined;
  for (let at = start; ;) {
    const code = html.charCodeAt(at);
    if (code === greater) {
      if (found !== undefined) add(decode(found), true);
      return at;
    }
    if (code !== space) return -1;
    const nameStart = ++at;
    while (isPlainNameCode(html.charCodeAt(at))) at++;
    if (at === nameStart) return -1;
    if (html.charCodeAt(at) !== equals) continue;
    if (html.charCodeAt(at + 1) !== quote) return -1;
    const close = html.indexOf('"', at + 2);
    if (close < 0) return -1;
    if (isLink && !isUnread(html, nameStart)) {
      if (found !== undefined || at !== nameStart + 4 || !html.startsWith('href', nameStart)) return -1;
      if (html.charCodeAt(at + 2) !== hash) found = html.slice(at + 2, close);
    }
    at = close + 1;
  }
}

/** Whether the attribute whose name begins at an offset is certainly none of `wanted`. */
function isUnread(html: string, start: number): boolean {
  const first = html.charCodeAt(start);
  return first === letterA || first === letterC || (first === letterD && html.startsWith('ata-l', start + 1));
}

function isPlainNameCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x2d;
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

const [space, exclamation, quote, hash, apostrophe, equals, greater] = [0x20, 0x21, 0x22, 0x23, 0x27, 0x3d, 0x3e];
const [letterA, letterC, letterD, letterS] = [0x61, 0x63, 0x64, 0x73];

/** Last letters of the names of attributes that are read. */
const lastLetters = new Set([...wanted, 'srcset'].map((name) => name.charCodeAt(name.length - 1)));

/** Whether the value that begins at a quote may be one that is read. */
function mayBeWanted(html: string, at: number): boolean {
  if (html.charCodeAt(at - 1) !== equals) return true;
  const last = html.charCodeAt(at - 2);
  // Most attributes are classes.
  return lastLetters.has(last) ? last !== letterS || html.charCodeAt(at - 3) !== letterS : isSpace(last);
}

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
  if (!/(?:og|twitter):image"|\bhttp-equiv="refresh"/.test(written)) return;
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
