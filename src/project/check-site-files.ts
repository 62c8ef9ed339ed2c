// A drawn site → the files that its pages name and that are not there. Looked for before the site takes its place.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedFiles } from './named-files.ts';

/** A file that is named and not there. */
export interface LostFile {
  /** From the top of the site. */
  readonly path: string;
  /** The first file that names it, and how many do; the compiled site itself where a page was not drawn. */
  readonly namedBy: string;
  readonly count: number;
}

/** A site whose pages name files that it does not have: it is not put into its place. */
export class SiteIncomplete extends Error {
  override readonly name = 'SiteIncomplete';
  /** Whether only what the site brings itself can be meant, as in a component of its own: a mistake of the content. */
  readonly isOfContent: boolean;

  constructor(lost: readonly LostFile[]) {
    const isOfContent = lost.every(({ path }) => !isOfStele(path));
    super(`Nothing was written: ${describe(lost)}\n→ ${isOfContent ? adviceForContent : adviceForDisk}`);
    this.isOfContent = isOfContent;
  }
}

const adviceForContent =
  'Correct the addresses where a component or a body of the site writes them, or put the files into `public`.';
const adviceForDisk = 'Build again. If it fails again, check the disk, and report it.';
const mostNamed = 10;

function describe(lost: readonly LostFile[]): string {
  const lines = lost.slice(0, mostNamed).map(({ path, namedBy, count }) => {
    const others = count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'file' : 'files'}`;
    return `  ${path}, named by ${namedBy}${others}`;
  });
  const more = lost.length > mostNamed ? [`  and ${lost.length - mostNamed} more`] : [];
  const head =
    lost.length === 1
      ? 'a file that the site names is not there'
      : `${lost.length} files that the site names are not there`;
  return [`${head}:`, ...lines, ...more].join('\n');
}

/** Whether a path is one of those that Stele writes. */
function isOfStele(path: string): boolean {
  return /^(?:_stele|_search|_social|_content|_routes\.json|favicon\.|apple-touch-icon)/.test(path);
}

export interface SitePlace {
  /** Path that the site is served under, with `/` at both ends. */
  readonly base: string;
  /** Public address, where the site has one. */
  readonly url?: string | undefined;
}

/**
 * Finds files that the site names and does not have, in the order of their paths.
 * @param files all files of the site, from its top
 * @param pages files of pages that must be there whatever names them
 * @throws the system's error where a file cannot be read
 */
export function findLostFiles(
  folder: string,
  files: readonly string[],
  pages: readonly string[],
  place: SitePlace,
): readonly LostFile[] {
  const there = new Set(files);
  // One after the other, without the pool of threads: small files take half as long.
  const lost = new Map(
    pages.filter((path) => !there.has(path)).map((path) => [path, { namedBy: 'the site', count: 1 }]),
  );
  for (const file of files) {
    if (!/\.(?:html|css|js|webmanifest)$|(?:^|\/)_search\/[^/]*\.json$/.test(file)) continue;
    for (const { address, isLink } of namedFiles(file, readFileSync(join(folder, file), 'utf8'))) {
      const path = pathOf(address, isLink, file, place);
      if (path === undefined || isThere(path, there)) continue;
      const known = lost.get(path);
      if (known) known.count++;
      else lost.set(path, { namedBy: file, count: 1 });
    }
  }
  return [...lost].map(([path, by]) => ({ path, ...by })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isThere(path: string, files: ReadonlySet<string>): boolean {
  if (path === '' || path.endsWith('/')) return files.has(`${path}index.html`);
  return files.has(path) || files.has(`${path}/index.html`);
}

/**
 * Where an address leads, from the top of the site; undefined where it leads out of it, or may do so.
 * @param from the file that it stands in
 */
function pathOf(address: string, isLink: boolean, from: string, { base, url }: SitePlace): string | undefined {
  const top = url?.replace(/\/*$/, '/');
  if (top !== undefined && !isLink && address.startsWith(top)) return clean(address.slice(top.length), []);
  if (address === '' || address.startsWith('#') || address.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(address))
    return undefined;
  if (!address.startsWith('/')) return clean(address, from.split('/').slice(0, -1));
  // Pages of ours link by relative addresses, but for the 404 page: others lead to neighbours on the host.
  if (!address.startsWith(base) || (isLink && from !== '404.html')) return undefined;
  return clean(address.slice(base.length), []);
}

/** A relative address without its query and hash, seen from a folder. */
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
