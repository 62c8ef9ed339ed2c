// Types of the tables that links are looked up in, and of the place where a link stands.

import type { CollectedAsset, LinkTarget, SiteConfig } from '../../model/index.ts';

export interface LinkablePage {
  /** Heading id by path: slugs below the h1 joined with `/`. */
  readonly headingPaths: ReadonlyMap<string, string>;
  readonly anchors: ReadonlySet<string>;
  /** True where a part of the page could not be read: an anchor that is missing may stand there. */
  readonly isDamaged: boolean;
}

/** The place of a link: relative addresses begin at its folder. */
export interface LinkPlace {
  /** Route of the page that shows the link; absent outside of pages, in `site.yaml` and navigation. */
  readonly route?: string;
  /** Folder of the page's file, from the content folder. */
  readonly folder: string;
}

/** The top of the site: where addresses of `site.yaml` and navigation begin. */
export const siteTop: LinkPlace = { folder: '' };

/** The targets of links of one site. */
export interface Linkable {
  readonly site: SiteConfig;
  /** Routes of all pages that are written. */
  readonly routes: ReadonlySet<string>;
  /** By route, once their anchors are known. A site without a home page of its own gets one that lists its sections. */
  readonly pages: ReadonlyMap<string, LinkablePage>;
  /** Route by the path of a page's file. */
  readonly files: ReadonlyMap<string, string>;
  /** Where old routes lead. */
  readonly redirects: ReadonlyMap<string, LinkTarget>;
  /** Files beside pages, by path. */
  readonly assets: ReadonlyMap<string, CollectedAsset>;
  /** Files of `public`, by path from the site's top. */
  readonly publicFiles: ReadonlyMap<string, CollectedAsset>;
  /** Whether a path may be that of a page or a file that could not be read. */
  isLost(path: string): boolean;
  /** Segments of the longest route. */
  readonly routeDepth: number;
  /** The address that a dangling link probably means, in the form to write. */
  suggest(place: LinkPlace, url: string): string | undefined;
  /** The page that an address probably means which leads to none: `/route`. */
  suggestPage(url: string): string | undefined;
}
