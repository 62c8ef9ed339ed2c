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
export function listPages({ addresses, lists, redirects, twinsOf, publicFiles }: SiteData): readonly PageToDraw[] {
  const pageAt = (address: Address): PageToDraw => {
    const path = pathOf(address);
    return { route: address.route, path, file: `${path}${outputFiles.page}` };
  };
  return [
    ...[...addresses, ...lists].map((address) => {
      // A file of `public` replaces a twin.
      const twins = twinsOf(address).filter((path) => !publicFiles.has(path));
      return { ...pageAt(address), address, twins };
    }),
    ...redirects.map(({ address }) => pageAt(address)),
    { route: '404', path: '404', file: outputFiles.notFound },
  ];
}
