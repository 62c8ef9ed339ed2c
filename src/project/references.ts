// Files of a site → the paths in the site that they reference. Pages are read where they are drawn, in threads too, and
// other files from the disk.

import { namedFiles, visitNamedFiles } from './named-files.ts';

/** The addresses of a site. They show which absolute addresses lead to its own files. */
export interface SitePlace {
  /** Path that the site is served at, with `/` at both ends. */
  readonly base: string;
  /** Public address, if the site has one. */
  readonly url?: string | undefined;
}

/** The references of some files of a site, as plain data that threads can send. */
export interface ReferenceList {
  readonly files: readonly string[];
  readonly paths: readonly string[];
}

/**
 * Collects the paths that files reference. Which file references a path is not kept: only a message about a missing
 * file needs it.
 */
export class References {
  readonly place: SitePlace;
  readonly #files = new Set<string>();
  readonly #paths = new Set<string>();
  /**
   * Ends of addresses that begin with `../`, by the folder that this leads to. Most pages have the same links, which
   * differ only in the way up.
   */
  readonly #known = new Map<string, Set<string>>();

  constructor(place: SitePlace) {
    this.place = place;
  }

  /**
   * Reads a file.
   * @param file from the top of the site
   */
  add(file: string, text: string): void {
    this.#files.add(file);
    const above = this.#knownAbove(file);
    visitNamedFiles(file, text, (address, isLink) => {
      const start = endOfStepsUp(address);
      const known = above[start / 3 - 1];
      if (known !== undefined) {
        const end = withoutHash(address.slice(start));
        if (known.has(end)) return;
        known.add(copyOf(end));
      }
      const path = pathOf(address, isLink, file, this.place);
      if (path !== undefined && !this.#paths.has(path)) this.#paths.add(copyOf(path));
    });
  }

  /** The known ends of addresses that lead to the folder above that of a file, to the one above it, and so on. */
  #knownAbove(file: string): readonly Set<string>[] {
    const above: Set<string>[] = [];
    for (let end = file.lastIndexOf('/'); end > 0;) {
      end = file.lastIndexOf('/', end - 1);
      const folder = file.slice(0, Math.max(0, end));
      const known = this.#known.get(folder) ?? new Set();
      this.#known.set(folder, known);
      above.push(known);
    }
    return above;
  }

  /** Adds references that another thread has collected. */
  merge({ files, paths }: ReferenceList): void {
    for (const file of files) this.#files.add(file);
    for (const path of paths) this.#paths.add(path);
  }

  /** Whether a file has been read. */
  has(file: string): boolean {
    return this.#files.has(file);
  }

  list(): ReferenceList {
    return { files: [...this.#files], paths: [...this.#paths] };
  }
}

/** An equal string of its own. A part of a string keeps the whole one in memory: here, the HTML of a page. */
function copyOf(path: string): string {
  return JSON.parse(JSON.stringify(path)) as string;
}

/** The paths in the site that a file references. A path may occur twice. */
export function pathsIn(file: string, text: string, place: SitePlace): readonly string[] {
  return namedFiles(file, text).flatMap(({ address, isLink }) => pathOf(address, isLink, file, place) ?? []);
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

/** Length of the `../` that an address begins with. Runs for every link of a site, and this is the quickest way. */
function endOfStepsUp(address: string): number {
  let at = 0;
  while (address.charCodeAt(at) === dot && address.charCodeAt(at + 1) === dot && address.charCodeAt(at + 2) === slash) {
    at += 3;
  }
  return at;
}
const [dot, slash] = [0x2e, 0x2f];

function withoutHash(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}

/** Matches the usual address of a page: steps up, and a path of plain names that ends with `/`. */
const plainAddress = /^(?:\.\.\/)*(?:[\w-]+\/)*$/;

/** Resolves the usual address of a page against the folder of a file; undefined for other addresses. */
function resolvePlain(address: string, from: string): string | undefined {
  const written = withoutHash(address);
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
