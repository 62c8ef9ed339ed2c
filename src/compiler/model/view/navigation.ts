// Views of the navigation beside a page, and of lists of pages.

import type { LinkView } from './frame.ts';

/** An entry of the navigation beside a page, with the entries below it. */
export interface NavigationView {
  readonly title: string;
  readonly href?: string | undefined;
  readonly isCurrent: boolean;
  /** HTTP verb of a method's page, shown in front of the title. */
  readonly verb?: string | undefined;
  /** Empty if there are none, or if `isClosed`. */
  readonly links: readonly NavigationView[];
  /** True for a branch whose links are not on this page: its own link leads to a page with them. */
  readonly isClosed?: boolean;
  /** True for a closed branch without a page of its own: its link leads to the first page in it. */
  readonly isGroup?: boolean;
  /**
   * Set on a placeholder for the links of a long level that are left out before or after the shown ones: their number.
   */
  readonly left?: number;
  /** With `left`: index of the first of these links in their level. */
  readonly from?: number;
  /**
   * Beside a page: the place of these links in the section's file, as indexes joined by dots; `''` is the top level.
   */
  readonly at?: string;
}

/** Data of a page in a large section about the rest of the section's navigation. */
export interface LargeSectionView {
  /** File with the whole tree, from the top of the output: JSON, a list of `SectionFileLink`. */
  readonly file: string;
  /** The page that lists all of the section's pages. */
  readonly all: LinkView;
  /** Number of links in the section. */
  readonly count: number;
}

/**
 * A link in a section's file: its title; its route, or `/` and a file's path from the site's top, or an external
 * address, or null for a group; its verb or `''`.
 */
export type SectionFileLink = readonly [
  title: string,
  target: string | null,
  verb: string,
  links: readonly SectionFileLink[],
];

/** All pages of a section under one letter. */
export interface LetterView {
  readonly letter: string;
  /** Interface id: begins with `-`. */
  readonly anchor: string;
  readonly links: readonly (NavigationView & {
    /** Title of the link's parent. */
    readonly above?: string | undefined;
  })[];
}
