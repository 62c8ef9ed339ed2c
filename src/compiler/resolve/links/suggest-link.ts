// A dangling link → the link that the author probably meant. First it finds the page, by common mistakes in addresses,
// the most certain first. Then it finds the heading or anchor on the page. The time of a look-up does not depend on the
// size of the site. Only misspelt names are compared with many others, and the number of these comparisons is limited.

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

/** Longer addresses get no suggestion. */
const maxLength = 500;

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

  /**
   * The address to write. Undefined if nothing is similar. Results are cached, so a repeated mistake is looked up once.
   */
  suggest(place: LinkPlace, url: string): string | undefined {
    if (url.length > maxLength) return undefined;
    const key = `${place.folder}\n${url.startsWith('#') ? (place.route ?? '') : ''}\n${url}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(place, url));
    return this.#known.get(key);
  }

  /** The page or file to write, as `/route`, for an address without heading or anchor. */
  suggestPage(url: string): string | undefined {
    const { path } = readLocalAddress(url);
    const written = url.length > maxLength ? undefined : pathFrom('', path);
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
    const candidates = possiblePaths(place, path);
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

  /** The most similar file. Undefined if the path is that of a page. */
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
      // The page exists, but has no similar anchor.
      return route === written ? undefined : { path: route };
    }
    const guess = this.#headingOf(written) ?? this.#guess(place.folder, written);
    if (guess === undefined) return undefined;
    if (guess.anchor !== undefined) return { path: guess.route, hash: guess.anchor };
    if (guess.heading !== '') return { path: [guess.route, guess.heading].filter(Boolean).join('/') };
    const anchor = hash ? (this.#has(guess.route, hash) ? hash : this.#anchorsOf(guess.route).near(hash)) : undefined;
    return { path: guess.route, hash: anchor };
  }

  /** A similar heading of the page whose route is the longest prefix of a path. */
  #headingOf(written: string): Guess | undefined {
    const segments = written.split('/');
    for (let length = Math.min(segments.length - 1, this.#linkable.routeDepth); length > 0; length--) {
      const route = this.#routes.exact(segments.slice(0, length).join('/'));
      if (route === undefined) continue;
      const heading = this.#anchorsOf(route).nearPath(segments.slice(length).join('/'));
      if (heading !== undefined) return { route, heading };
      // The path may name a property of the page.
      const anchor = this.#anchorsOf(route).near(segments.slice(length).join('.'));
      return anchor?.includes('.') ? { route, heading: '', anchor } : undefined;
    }
    return undefined;
  }

  /** A similar page, or a similar heading of a similar page, or a similar heading of the home page. */
  #guess(folder: string, written: string): Guess | undefined {
    const route = this.#routes.near(written, folder);
    if (route !== undefined) return { route, heading: '' };
    const slash = written.lastIndexOf('/');
    const parent = slash < 0 ? undefined : this.#routes.near(written.slice(0, slash), folder);
    const heading = parent === undefined ? undefined : this.#anchorsOf(parent).nearPath(written.slice(slash + 1));
    if (parent !== undefined && heading !== undefined) return { route: parent, heading };
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

/** The paths that an author may have meant: relative to the folder of the page, and from the top of the site. */
function possiblePaths({ folder }: LinkPlace, path: string): ReadonlySet<string> {
  const fromTop = path
    .split('/')
    .filter((segment) => !['', '.', '..'].includes(segment))
    .join('/');
  return new Set([pathFrom(folder, path) ?? fromTop, fromTop]);
}
