// A drawn site → the files that its pages reference but that do not exist. A build checks this before the new site
// replaces the last one.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../compiler/text/index.ts';
import { namedFiles } from './named-files.ts';

/** A file that is referenced but missing. */
export interface LostFile {
  /** From the top of the site. */
  readonly path: string;
  /** The first file that references it, and the number of such files; `the site` for a page that was not drawn. */
  readonly namedBy: string;
  readonly count: number;
}

/** Thrown if pages of a site reference missing files. The site is then not written. */
export class SiteIncomplete extends Error {
  override readonly name = 'SiteIncomplete';
  /** Whether all missing files would come from the site's own content, not from Stele: a mistake of the content. */
  readonly isOfContent: boolean;

  constructor(lost: readonly LostFile[]) {
    const isOfContent = lost.every(({ path }) => !isOfStele(path));
    super(`Nothing was written: ${describe(lost)}\n→ ${isOfContent ? adviceForContent : adviceForDisk}`);
    this.isOfContent = isOfContent;
  }
}

const adviceForContent =
  'Correct the addresses in the components and bodies of the site, or put the files into the folder `public`.';
const adviceForDisk = 'Build again. If the build fails again, check the disk, and report the error.';
const maxNamed = 10;

function describe(lost: readonly LostFile[]): string {
  const lines = lost.slice(0, maxNamed).map(({ path, namedBy, count }) => {
    const others = count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'file' : 'files'}`;
    return `  ${path}, referenced by ${namedBy}${others}`;
  });
  const more = lost.length > maxNamed ? [`  and ${lost.length - maxNamed} more`] : [];
  const head =
    lost.length === 1
      ? 'a file that the site references does not exist'
      : `${lost.length} files that the site references do not exist`;
  return [`${head}:`, ...lines, ...more].join('\n');
}

/** Whether Stele writes files at such a path. */
function isOfStele(path: string): boolean {
  return /^(?:_stele|_search|_social|_content|_routes\.json|favicon\.|apple-touch-icon)/.test(path);
}

/** The addresses of a site. They show which absolute addresses lead to its own files. */
export interface SitePlace {
  /** Path that the site is served at, with `/` at both ends. */
  readonly base: string;
  /** Public address, if the site has one. */
  readonly url?: string | undefined;
}

/**
 * Finds files that the site references but does not have, in the order of their paths.
 * @param files all files of the site, from its top
 * @param pages files of pages that must exist even if nothing references them
 * @param checked files that need not be read: the last site had them, and all files that they reference still exist
 * @throws the system's error if a file cannot be read
 */
export function findLostFiles(
  folder: string,
  files: readonly string[],
  pages: readonly string[],
  place: SitePlace,
  checked: ReadonlySet<string> = new Set(),
): readonly LostFile[] {
  const there = new Set(files);
  // Synchronous reading takes half as long for small files as the thread pool.
  const lost = new Map(
    pages.filter((path) => !there.has(path)).map((path) => [path, { namedBy: 'the site', count: 1 }]),
  );
  for (const file of files) {
    if (checked.has(file)) continue;
    if (!/\.(?:html|css|js|webmanifest)$|(?:^|\/)_search\/[^/]*\.json$/.test(file)) continue;
    for (const { address, isLink } of namedFiles(file, readFileSync(join(folder, file), 'utf8'))) {
      const path = pathOf(address, isLink, file, place);
      if (path === undefined || isThere(path, there)) continue;
      const known = lost.get(path);
      if (known) known.count++;
      else lost.set(path, { namedBy: file, count: 1 });
    }
  }
  return [...lost].map(([path, by]) => ({ path, ...by })).sort((a, b) => compareText(a.path, b.path));
}

function isThere(path: string, files: ReadonlySet<string>): boolean {
  if (path === '' || path.endsWith('/')) return files.has(`${path}index.html`);
  return files.has(path) || files.has(`${path}/index.html`);
}

/**
 * The path in the site that an address leads to; undefined if it leads, or may lead, out of the site.
 * @param from the file that contains the address
 */
function pathOf(address: string, isLink: boolean, from: string, { base, url }: SitePlace): string | undefined {
  const plain = resolvePlain(address, from);
  if (plain !== undefined) return plain;
  const top = url?.replace(/\/*$/, '/');
  if (top !== undefined && !isLink && address.startsWith(top)) return clean(address.slice(top.length), []);
  if (address === '' || address.startsWith('#') || address.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(address))
    return undefined;
  if (!address.startsWith('/')) return clean(address, from.split('/').slice(0, -1));
  // Stele's pages, except the 404 page, link by relative addresses. An absolute link may lead to another site on the
  // host.
  if (!address.startsWith(base) || (isLink && from !== '404.html')) return undefined;
  return clean(address.slice(base.length), []);
}

/** Matches the usual address of a page: steps up, and a path of plain names that ends with `/`. */
const plainAddress = /^(?:\.\.\/)*(?:[\w-]+\/)*$/;

/** Resolves the usual address of a page against the folder of a file; undefined for other addresses. */
function resolvePlain(address: string, from: string): string | undefined {
  const hash = address.indexOf('#');
  const written = hash < 0 ? address : address.slice(0, hash);
  if (written === '' || !plainAddress.test(written)) return undefined;
  let end = from.lastIndexOf('/');
  let start = 0;
  for (; written.startsWith('../', start); start += 3) {
    if (end < 0) return undefined;
    end = end === 0 ? -1 : from.lastIndexOf('/', end - 1);
  }
  return from.slice(0, end + 1) + written.slice(start);
}

/** Resolves a relative address against a folder, without its query and hash. */
function clean(address: string, folder: readonly string[]): string | undefined {
  const written = address.replace(/[?#][^]*$/, '');
  const parts = [...folder];
  const steps = written.split('/');
  for (const step of steps) {
    if (step === '..' && parts.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') parts.push(step);
  }
  const isFolder = written === '' || /(?:^|\/)\.{0,2}$/.test(written);
  const path = parts.join('/') + (isFolder && parts.length > 0 ? '/' : '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
