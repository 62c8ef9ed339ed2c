// What the drawing side asks of the compiled site, one page at a time: the only door between the project and Astro.

import type { Root } from 'mdast';
import type { Address, NotFoundView, PageView } from './view.ts';

/** A compiled site, ready to be drawn. Views are made when asked for and not kept. */
export interface SiteData {
  /** All addresses, in a fixed order. */
  readonly addresses: readonly Address[];
  /** The view of one of `addresses`. */
  viewPage(address: Address): Promise<PageView>;
  /** Routes whose pages have a body, in a fixed order. */
  readonly bodyRoutes: readonly string[];
  /** A body ready to be compiled: links, ids and components decided; the same in every language's tree. */
  viewBody(route: string): Root;
  /** The page of the addresses that do not exist; its links are absolute, from `base`. */
  viewNotFound(base: string): NotFoundView;
}
