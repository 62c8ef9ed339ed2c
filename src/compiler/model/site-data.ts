// What the drawing side asks of the compiled site, one page at a time: the only door between the project and Astro.

import type { Root } from 'mdast';
import type {
  Address,
  CardView,
  FontView,
  HostFile,
  IconView,
  NotFoundView,
  PageView,
  RedirectView,
  ViewWords,
} from './view.ts';

/** A compiled site, ready to be drawn. Views are made when asked for and not kept. */
export interface SiteData {
  /** All addresses, in a fixed order. */
  readonly addresses: readonly Address[];
  /** The view of one of `addresses` or `lists`, in the words of whoever draws it. */
  viewPage(address: Address, words: ViewWords): Promise<PageView>;
  /** Pages that list a large section, in each tree; in a fixed order. They are made, and in no sitemap. */
  readonly lists: readonly Address[];
  /** Routes whose pages have a body, in a fixed order. */
  readonly bodyRoutes: readonly string[];
  /** A body ready to be compiled: links, ids and components decided; the same in every language's tree. */
  viewBody(route: string): Root;
  /** The file that a body stands in, from the content folder: what its imports are relative to. */
  fileOfBody(route: string): string;
  /** The page of the addresses that do not exist; its links are absolute, from `base`. */
  viewNotFound(base: string): NotFoundView;
  /** Files for crawlers, which stand at the top of the output. */
  viewHostFiles(): readonly HostFile[];
  /** The index that the search loads, as JSON by path from the top of the output; made when it is asked for. */
  writeSearch(): ReadonlyMap<string, string>;
  /** Navigation of large sections, as JSON by path from the top of the output; made when it is asked for. */
  writeNavigation(): ReadonlyMap<string, string>;
  /** Pictures for shared links, in a fixed order; they are drawn when the site is built. */
  readonly cards: readonly CardView[];
  /** Picture of browser tabs: a file of the content folder, and what is drawn where that cannot be used. */
  readonly icon: IconView;
  /** Old addresses, in a fixed order. */
  readonly redirects: readonly RedirectView[];
  /** Files of the content folder that pages show or link to, by path. They stand below `_content/` of the output. */
  readonly assets: readonly string[];
  /** Where a file of the content folder, given by its path, lies there: behind links, and by the name that the disk has. */
  placeOf(path: string): string;
  /** Files that the site publishes as they are, by path from its top: where each lies in the folder `public`. */
  readonly publicFiles: ReadonlyMap<string, string>;
  /** Files of the site's own components in the content folder, by the name that bodies have for them. */
  readonly components: ReadonlyMap<string, string>;
  /** Files of the site's own in place of parts of every page, by the part's name. */
  readonly parts: ReadonlyMap<string, string>;
  /** Faces that the site has chosen. */
  readonly fonts: readonly FontView[];
  /** Colour of links, where the site has chosen one. */
  readonly accent?: string | undefined;
  /** Language of the site's texts and interface: a BCP 47 tag such as `en` or `pt-BR`. */
  readonly lang: string;
  /** Names in samples of the pages viewed so far. */
  codeLinks(): CodeLinkCounts;
  /** Whether nothing of the content folder may be executed. */
  readonly isUntrusted: boolean;
  /** Whether bodies may hold code, which the drawing runs. */
  readonly mayRunCode: boolean;
}

/** What the names in samples lead to. Pages of the default tree do not count: another tree has the same. */
export interface CodeLinkCounts {
  /** Names that lead to where they are documented. */
  readonly linked: number;
  /** Names that could mean several documented things, and so lead to none. */
  readonly ambiguous: number;
}
