// The compiled site for the templates, one page at a time. This is the only interface between the project and Astro.

import type { Root } from 'mdast';
import type { PropValue } from './resolved.ts';
import type { SearchRecords } from './search-records.ts';
import type {
  Address,
  CardView,
  FontView,
  HostFile,
  IconView,
  NotFoundView,
  PageView,
  RedirectView,
  TwinSettings,
  TwinSource,
  TwinWords,
  ViewWords,
} from './view/index.ts';

/** The SHA-256 of a text in hexadecimal digits. The core has no function for it. */
export type Sha256 = (text: string) => string;

/**
 * The Markdown form of a site's own component.
 * @param props its attributes
 * @param content Markdown of what stands inside it
 * @returns Markdown
 */
export type MarkdownForm = (props: Readonly<Record<string, PropValue>>, content: string) => string;

/** A compiled site, ready to be drawn. Views are made on demand and not kept. */
export interface SiteData {
  /** All addresses, in a fixed order. */
  readonly addresses: readonly Address[];
  /** The view of one of `addresses` or `lists`, with the interface's words. */
  viewPage(address: Address, words: ViewWords): Promise<PageView>;
  /** Generated pages that list a large section, in each tree, in a fixed order. They are not in the sitemap. */
  readonly lists: readonly Address[];
  /**
   * Paths of the files for programs of the page at an address, from the top of the output: its Markdown twins, and in
   * the default tree its data as JSON.
   */
  twinsOf(address: Address): readonly string[];
  /** What all Markdown twins are written from besides views: plain data, which threads can send. */
  readonly twinSettings: TwinSettings;
  /**
   * What the Markdown twins of a view are written from: plain data, which threads can send together with the view.
   * Undefined if the site has no twins. `view` must come from `viewPage`.
   */
  sourceOfTwins(view: PageView, words: TwinWords): TwinSource | undefined;
  /** The data of the page at an address as JSON, by path from the top of the output; empty outside the default tree. */
  writePageData(address: Address): ReadonlyMap<string, string>;
  /**
   * The files of `twinsOf`, and behind each long twin its other parts, by path from the top of the output. `view` must
   * come from `viewPage`.
   */
  writeTwins(view: PageView, words: TwinWords): ReadonlyMap<string, string>;
  /** Files for programs that belong to no single page, by path from the top of the output; made on demand. */
  writeAgentFiles(sha256: Sha256): ReadonlyMap<string, string>;
  /** The trees that have `llms-full.txt`; undefined stands for the default tree. */
  readonly fullTexts: readonly (string | undefined)[];
  /** `llms-full.txt` of a tree with its parts, by path from the top of the output, from its twins and their parts. */
  writeFullTexts(
    language: string | undefined,
    readTwin: (path: string) => string | undefined,
  ): ReadonlyMap<string, string>;
  /** Routes whose pages have a body, in a fixed order. */
  readonly bodyRoutes: readonly string[];
  /** A body for the MDX compiler, with final links, ids and components. It is the same in every language's tree. */
  viewBody(route: string): Root;
  /** The file of a body, from the content folder; its imports are relative to this file. */
  fileOfBody(route: string): string;
  /** The 404 page; its links are absolute, from `base`. */
  viewNotFound(base: string): NotFoundView;
  /** Files for crawlers, at the top of the output. */
  viewHostFiles(): readonly HostFile[];
  /**
   * Files with the headers and redirects of the hosts that the site names, from the top of the output.
   * @param base path that the site is served at, with `/` at both ends
   * @param scripts hashes of the scripts inside its pages, as a Content-Security-Policy names them
   */
  viewServerFiles(base: string, scripts: readonly string[]): readonly HostFile[];
  /** What the search index is made from, some pages at a time: plain data, which threads can send. Made on demand. */
  listSearchParts(): Iterable<SearchRecords>;
  /** The search index, as JSON by path from the top of the output; made on demand. */
  writeSearch(): ReadonlyMap<string, string>;
  /** What a later build needs to change the index that was written last: plain data. */
  keptSearch(): unknown;
  /** Navigation of large sections, as JSON by path from the top of the output; made on demand. */
  writeNavigation(): ReadonlyMap<string, string>;
  /** Pictures for shared links, in a fixed order; only a build draws them. */
  readonly cards: readonly CardView[];
  /** Icon of browser tabs: the site's own, and a letter if that cannot be used. */
  readonly icon: IconView;
  /** Old addresses, in a fixed order. */
  readonly redirects: readonly RedirectView[];
  /** Paths of content files that pages show or link to. In the output they are below `_content/`. */
  readonly assets: readonly string[];
  /** The real path of a content file in the content folder, with links resolved and the name as on the disk. */
  placeOf(path: string): string;
  /** Files that the site publishes unchanged: path from its top → real path in the folder `public`. */
  readonly publicFiles: ReadonlyMap<string, string>;
  /** Content files of the site's own components, by their name in body trees. */
  readonly components: ReadonlyMap<string, string>;
  /** Content files that replace parts of every page, by the part's name. */
  readonly parts: ReadonlyMap<string, string>;
  /** Fonts that the site has set. */
  readonly fonts: readonly FontView[];
  /** Colour of links, if the site has set one. */
  readonly accent?: string | undefined;
  /** Language of the site's texts and interface: a BCP 47 tag such as `en` or `pt-BR`. */
  readonly lang: string;
  /** Counts of names in samples of the pages viewed so far. */
  codeLinks(): CodeLinkCounts;
  /** Whether nothing of the content folder may be executed. */
  readonly isUntrusted: boolean;
  /** Whether bodies may contain code, which is run when pages are drawn. */
  readonly mayRunCode: boolean;
}

/**
 * Counts of documented names in samples. Pages of the default tree are not counted, since another tree has the same.
 */
export interface CodeLinkCounts {
  /** Names with a link to their documentation. */
  readonly linked: number;
  /** Ambiguous names, which have no link. */
  readonly ambiguous: number;
}
