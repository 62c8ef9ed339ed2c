// Views of the metadata of a page, of pictures and icons, and of files for crawlers.

import type { PlainIcon } from '../picture.ts';

/** Metadata of a page for browsers, search engines and shared links. */
export interface HeadView {
  /** Text of `<title>`. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Canonical absolute address; absent without a `url` of the site, and if `isUnlisted`. */
  readonly canonical?: string;
  /** True if search engines should not list the page. */
  readonly isUnlisted: boolean;
  /** Address of the page's Markdown twin, relative to the page. */
  readonly twin?: string | undefined;
  /** Address of the page's Atom feed, relative to the page. */
  readonly feed?: string | undefined;
  /** Data for shared links; absent if `isUnlisted`. */
  readonly card?: CardHeadView | undefined;
  /** The pages above this one as JSON-LD, safe inside `<script>`; only if the site has a `url`. */
  readonly breadcrumbs?: string;
}

export interface CardHeadView {
  readonly title: string;
  readonly site: string;
  readonly isHome: boolean;
  /** Its picture; only if the site has a `url`. */
  readonly image?: { readonly url: string; readonly words: string };
}

/** A picture for shared links: a title in large letters, and the site's name. */
export interface CardView {
  /** From the top of the output. */
  readonly path: string;
  readonly title: string;
  /** Title of the section, shown above the title. */
  readonly above?: string;
  readonly site: string;
}

export interface IconView {
  /** Shapes of the site's own icon. */
  readonly shapes?: PlainIcon | undefined;
  /** Capital letter of the mark that is used otherwise. */
  readonly letter: string;
}

/** A file for crawlers. */
export interface HostFile {
  /** From the top of the output. */
  readonly path: string;
  readonly text: string;
}
