// A file of a site → the files that it references. Reads pages, stylesheets, scripts, the search index and the
// manifest, in linear time.

import { readPage } from './read-page.ts';

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
    if (!address.startsWith('#')) visit(address, isLink);
  };
  if (path.endsWith('.html')) readPage(text, add);
  else if (path.endsWith('.css'))
    for (const match of text.matchAll(styleAddress)) add(match.slice(1).find((address) => address !== undefined) ?? '');
  else if (path.endsWith('.js'))
    for (const [, module, beside] of text.matchAll(scriptAddress)) add(module ?? beside ?? '');
  else if (/(?:^|\/)_search\/[^/]*\.json$/.test(path)) for (const [, part = ''] of text.matchAll(indexPart)) add(part);
  else if (path.endsWith('.webmanifest')) for (const [, icon = ''] of text.matchAll(manifestIcon)) add(icon);
}

const styleAddress = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g;
const scriptAddress =
  /\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']|new URL\(\s*["'`]([^"'`]+)["'`]\s*,\s*import\.meta\.url/g;
/** Matches names of index parts, which contain a hash of their content. */
const indexPart = /"([a-z]+\.[a-z0-9]{8,}\.json)"/g;
const manifestIcon = /"src"\s*:\s*"([^"]*)"/g;
