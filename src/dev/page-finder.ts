// Finds the page at a path of a site that changes. Most changes leave all addresses as they are, so the paths are made
// anew only if an address has changed.

import { oldPageAt, pageAt, type PageToDraw } from '../astro/index.ts';
import { pathOf, type Address, type SiteData } from '../compiler/model/index.ts';

/** An address with its page; `isOld` if it only leads to another page. */
interface Place {
  readonly address: Address;
  readonly isOld: boolean;
}

export class PageFinder {
  #places: readonly Place[] = [];
  #byPath: ReadonlyMap<string, Place> = new Map();
  #data: SiteData | undefined;

  /** The page at a path below the top of a site, with `/` at its end; `''` for the top. */
  find(data: SiteData, path: string): PageToDraw | undefined {
    if (data !== this.#data) this.#open(data);
    const place = this.#byPath.get(path);
    if (place === undefined) return undefined;
    return place.isOld ? oldPageAt(place.address) : pageAt(data, place.address);
  }

  #open(data: SiteData): void {
    const { addresses, lists, redirects } = data;
    const places = [
      ...[...addresses, ...lists].map((address) => ({ address, isOld: false })),
      ...redirects.map(({ address }) => ({ address, isOld: true })),
    ];
    this.#data = data;
    if (places.length === this.#places.length && places.every((place, i) => isSame(place, this.#places[i]!))) return;
    this.#places = places;
    this.#byPath = new Map(places.map((place) => [pathOf(place.address), place]));
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.isOld === b.isOld && a.address.route === b.address.route && a.address.language === b.address.language;
}
