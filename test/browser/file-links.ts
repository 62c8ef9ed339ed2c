// The pages of a built site as text → broken links and anchors, and addresses that a browser would load from elsewhere.
// A browser would take minutes for all pages of all languages.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was found in all pages. */
export interface FileLinks {
  readonly pages: number;
  readonly links: number;
  readonly faults: readonly string[];
}

/** Tags whose address a browser loads. A `link` to another form of the page is only read by programs. */
const loading = /^(?:script|img|source|iframe|video|audio|embed|object|use|image)$/;
const loadedLinks = /\brel="(?:stylesheet|icon|preload|modulepreload|manifest|apple-touch-icon|search)"/;

/**
 * Judges every address in every page.
 * @param files paths of all files of the site from its top
 */
export function checkFileLinks(folder: string, files: readonly string[]): FileLinks {
  const known = new Set(files);
  // A file in Stele's own folders that is no page is not drawn as one.
  const paths = files.filter((path) => path.endsWith('index.html'));
  const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const anchors = new Map([...texts].map(([path, html]) => [path, anchorsOf(html)]));
  const faults: string[] = [];
  let links = 0;
  for (const [path, html] of texts) {
    for (const [tag, name = ''] of html.matchAll(/<([a-z][\w-]*)\b(?:"[^"]*"|[^">])*>/gi)) {
      for (const [, attribute, address = ''] of tag.matchAll(/ (href|src|srcset|poster|data-root)="([^"]*)"/g)) {
        const isLoaded = loading.test(name) || (name === 'link' && loadedLinks.test(tag));
        const url = new URL(unescape(address), `site://top/${path}`);
        if (url.protocol !== 'site:') {
          if (isLoaded && url.protocol !== 'data:') faults.push(`${path}: loads ${address}`);
          continue;
        }
        links += 1;
        if (address.startsWith('/') || climbs(path, address)) faults.push(`${path}: depends on the base: ${address}`);
        const file = fileAt(decodeURIComponent(url.pathname.slice(1)));
        if (!known.has(file) && attribute !== 'data-root') faults.push(`${path}: no file for ${address}`);
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (anchor !== '' && name === 'a' && anchors.get(file)?.has(anchor) === false)
          faults.push(`${path}: no anchor ${address}`);
      }
    }
  }
  return { pages: paths.length, links, faults };
}

/** Whether a relative address leads above the top of the site: then it works only under some paths. */
function climbs(path: string, address: string): boolean {
  let depth = path.split('/').length - 1;
  for (const part of address.split(/[?#]/)[0]!.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

function fileAt(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function anchorsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => unescape(id)));
}

function unescape(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
