// All pages that a build draws.

import { pathOf, type Address, type SiteData } from '../../compiler/model/index.ts';
import { outputFiles } from '../../compiler/source/index.ts';

/** A page to draw. */
export interface PageToDraw {
  /** The route; `404` for the page of missing addresses. */
  readonly route: string;
  /** Path from the top of the site, as `DrawPath` takes it. */
  readonly path: string;
  /** File from the top of the site. */
  readonly file: string;
  /** The address of its view; absent on old addresses and on the page of missing addresses. */
  readonly address?: Address;
  /** Paths of its Markdown twins, from the top of the site; absent if it has none. */
  readonly twins?: readonly string[];
}

/** All pages, generated lists and old addresses, and the page of missing addresses. Pages of a route are adjacent. */
export function listPages(data: SiteData): readonly PageToDraw[] {
  return [
    ...[...data.addresses, ...data.lists].map((address) => pageAt(data, address)),
    ...data.redirects.map(({ address }) => oldPageAt(address)),
    { route: '404', path: '404', file: outputFiles.notFound },
  ];
}

/** The page of an address of a page or list. */
export function pageAt({ twinsOf, publicFiles }: SiteData, address: Address): PageToDraw {
  // A file of `public` replaces a twin.
  return { ...oldPageAt(address), address, twins: twinsOf(address).filter((path) => !publicFiles.has(path)) };
}

/** The page of an old address, which leads to another page. */
export function oldPageAt(address: Address): PageToDraw {
  const path = pathOf(address);
  return { route: address.route, path, file: `${path}${outputFiles.page}` };
}
