// The types of the tables for looking up links, and of the place of a link.

import type { CollectedAsset, LinkTarget, SiteConfig } from '../../model/index.ts';

export interface LinkablePage {
  /** The id of each heading by its path: slugs below the h1, joined with `/`. */
  readonly headingPaths: ReadonlyMap<string, string>;
  readonly anchors: ReadonlySet<string>;
  /** Whether a part of the page could not be read. Unknown anchors may be in this part. */
  readonly isDamaged: boolean;
}

/** The place of a link. Relative addresses begin at its folder. */
export interface LinkPlace {
  /** Route of the page that shows the link. Absent for links of `site.yaml` and navigation. */
  readonly route?: string;
  /** Folder of the page's file, relative to the content folder. */
  readonly folder: string;
}

/** The top of the site, at which addresses of `site.yaml` and navigation begin. */
export const siteTop: LinkPlace = { folder: '' };

/** The targets of links of one site. */
export interface Linkable {
  readonly site: SiteConfig;
  /** Routes of all pages with a file. */
  readonly routes: ReadonlySet<string>;
  /** Pages by route, once their anchors are known. Includes the home page, even if it has no file. */
  readonly pages: ReadonlyMap<string, LinkablePage>;
  /** The route of each page, by the path of its file. */
  readonly files: ReadonlyMap<string, string>;
  /** The final targets of old routes. */
  readonly redirects: ReadonlyMap<string, LinkTarget>;
  /** Files of the content folder that are not pages, by path. */
  readonly assets: ReadonlyMap<string, CollectedAsset>;
  /** Files of `public`, by path from the top of the site. */
  readonly publicFiles: ReadonlyMap<string, CollectedAsset>;
  /** Whether a path may be that of a page or file that could not be read. */
  isLost(path: string): boolean;
  /** The number of segments of the longest route. */
  readonly routeDepth: number;
  /** The address that the author of a dangling link probably meant, in the form to write. */
  suggest(place: LinkPlace, url: string): string | undefined;
  /** The page that the author of an unknown address probably meant: `/route`. */
  suggestPage(url: string): string | undefined;
}
