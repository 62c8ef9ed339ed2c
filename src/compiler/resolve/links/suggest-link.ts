// A dangling link → the link that was probably meant. First the page is found, by the mistakes that people make in
// addresses, the surest first; then the heading or anchor on it. Each look-up takes the same short time on a large site;
// only misspelt names are compared with many others, a limited number of times.

import { NearAnchors } from './near-anchors.ts';
import { NearFiles } from './near-files.ts';
import { NearRoutes } from './near-routes.ts';
import type { Linkable, LinkPlace } from './linkable.ts';
import { pathFrom, readLocalAddress } from './local-address.ts';

/** A page, and the path of a heading on it; `''` for the page itself. */
interface Guess {
  readonly route: string;
  readonly heading: string;
  /** An anchor that was written as a path. */
  readonly anchor?: string;
}

/** UTF-16 units of an address that anybody mistypes. */
const longest = 500;

export class LinkSuggester {
  readonly #linkable: Linkable;
  readonly #routes: NearRoutes;
  #files: NearFiles | undefined;
  readonly #anchors = new Map<string, NearAnchors>();
  readonly #known = new Map<string, string | undefined>();

  constructor(linkable: Linkable) {
    this.#linkable = linkable;
    this.#routes = new NearRoutes(linkable);
  }

  /** The address to write; undefined where nothing is near. The same slip on many pages is thought about once. */
  suggest(place: LinkPlace, url: string): string | undefined {
    if (url.length > longest) return undefined;
    const key = `${place.folder}\n${url.startsWith('#') ? (place.route ?? '') : ''}\n${url}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(place, url));
    return this.#known.get(key);
  }

  /** The same for an address that must be a page's or a file's: `/route`. */
  suggestPage(url: string): string | undefined {
    const { path } = readLocalAddress(url);
    const written = url.length > longest ? undefined : pathFrom('', path);
    if (written === undefined || path === '') return undefined;
    const file = this.#fileNear(written);
    if (file !== undefined) return `/${file}`.replaceAll(' ', '%20');
    const route = this.#routes.exact(written) ?? (this.#headingOf(written) ?? this.#guess('', written))?.route;
    return route === undefined ? undefined : `/${route}`;
  }

  #find(place: LinkPlace, url: string): string | undefined {
    const { path, search = '', hash } = readLocalAddress(url);
    if (path === '') {
      const anchor = hash === undefined ? undefined : this.#anchorsOf(place.route ?? '').near(hash);
      return anchor === undefined ? undefined : `#${anchor}`;
    }
    const web = /^(?:(?<scheme>https?)\/\/|(?=www\.[\w-]+\.))(?<rest>\S+)$/i.exec(url)?.groups;
    if (web !== undefined) return `${web['scheme'] ?? 'https'}://${web['rest']}`;
    const candidates = readings(place, path);
    for (const written of candidates) {
      const file = this.#fileNear(written);
      const near = `/${file}${search}${hash === undefined ? '' : `#${hash}`}`.replaceAll(' ', '%20');
      if (file !== undefined && near !== url) return near;
    }
    for (const written of candidates) {
      const found = this.#findIn(place, written, hash);
      if (found === undefined) continue;
      const near = `/${found.path}${search}${found.hash === undefined ? '' : `#${found.hash}`}`.replaceAll(' ', '%20');
      if (near !== url) return near;
    }
    return undefined;
  }

  /** The file that a path means which is no page's in any way of writing it. */
  #fileNear(written: string): string | undefined {
    if (this.#routes.exact(written) !== undefined) return undefined;
    this.#files ??= new NearFiles(this.#linkable);
    return this.#files.near(written);
  }

  #findIn(
    place: LinkPlace,
    written: string,
    hash: string | undefined,
  ): { path: string; hash?: string | undefined } | undefined {
    const route = this.#routes.exact(written);
    if (route !== undefined) {
      const anchor = hash ? (this.#has(route, hash) ? hash : this.#anchorsOf(route).near(hash)) : undefined;
      if (anchor !== undefined) return { path: route, hash: anchor };
      // The page is right, and nothing on it is near.
      return route === written ? undefined : { path: route };
    }
    const guess = this.#headingOf(written) ?? this.#guess(place.folder, written);
    if (guess === undefined) return undefined;
    if (guess.anchor !== undefined) return { path: guess.route, hash: guess.anchor };
    if (guess.heading !== '') return { path: [guess.route, guess.heading].filter(Boolean).join('/') };
    const anchor = hash ? (this.#has(guess.route, hash) ? hash : this.#anchorsOf(guess.route).near(hash)) : undefined;
    return { path: guess.route, hash: anchor };
  }

  /** A heading below the longest route that is a prefix. */
  #headingOf(written: string): Guess | undefined {
    const segments = written.split('/');
    for (let length = Math.min(segments.length - 1, this.#linkable.routeDepth); length > 0; length--) {
      const route = this.#routes.exact(segments.slice(0, length).join('/'));
      if (route === undefined) continue;
      const heading = this.#anchorsOf(route).nearPath(segments.slice(length).join('/'));
      if (heading !== undefined) return { route, heading };
      // A property of the page, written as a path.
      const anchor = this.#anchorsOf(route).near(segments.slice(length).join('.'));
      return anchor?.includes('.') ? { route, heading: '', anchor } : undefined;
    }
    return undefined;
  }

  /** A page that is near, or one with a heading that is, or a heading of the home page. */
  #guess(folder: string, written: string): Guess | undefined {
    const route = this.#routes.near(written, folder);
    if (route !== undefined) return { route, heading: '' };
    const cut = written.lastIndexOf('/');
    const around = cut < 0 ? undefined : this.#routes.near(written.slice(0, cut), folder);
    // Without a page in front it may be a heading of the home page.
    const heading = around === undefined ? undefined : this.#anchorsOf(around).nearPath(written.slice(cut + 1));
    if (around !== undefined && heading !== undefined) return { route: around, heading };
    const ofHome = this.#anchorsOf('').nearPath(written);
    return ofHome === undefined ? undefined : { route: '', heading: ofHome };
  }

  #has(route: string, anchor: string): boolean {
    return this.#linkable.pages.get(route)?.anchors.has(anchor) === true;
  }

  #anchorsOf(route: string): NearAnchors {
    const known = this.#anchors.get(route) ?? new NearAnchors(this.#linkable.pages.get(route));
    this.#anchors.set(route, known);
    return known;
  }
}

/** The paths that a written path may mean: from the folder of its page, and from the top of the site. */
function readings({ folder }: LinkPlace, path: string): ReadonlySet<string> {
  const fromTop = path
    .split('/')
    .filter((segment) => !['', '.', '..'].includes(segment))
    .join('/');
  return new Set([pathFrom(folder, path) ?? fromTop, fromTop]);
}
