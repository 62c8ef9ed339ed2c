// The view of a resolved page at one address: all that a template draws, in reading order. In all views, addresses
// are ready for `href`; strings named `html` are safe HTML; all other strings are text.

import type { LanguageId } from '../page.ts';
import type { BodyPiece } from './body.ts';
import type { BlockView, SelectorView } from './code.ts';
import type { LanguageLinkView, LinkView, SiteView, StepView, TabView } from './frame.ts';
import type { HeadView } from './head.ts';
import type { LargeSectionView, LetterView, NavigationView } from './navigation.ts';
import type { EntityView } from './tables.ts';

/** One address of the site: a route in the default tree or in a language's tree. */
export interface Address {
  readonly route: string;
  /** Absent in the default tree. */
  readonly language?: LanguageId;
}

/** A page at one address: everything that a template draws. */
export interface PageView {
  readonly address: Address;
  /** Language of the page: the language of its tree, or the site's default; absent on a site without languages. */
  readonly language?: LanguageView | undefined;
  /** Relative path from this page to the top of the output: `../` repeated, or `./`. */
  readonly root: string;
  /** Relative path from this page to the top of its language's tree, in which the header, navigation and links stay. */
  readonly tree: string;
  readonly head: HeadView;
  readonly site: SiteView;
  /** Address of the list of all pages for programs, in the page's tree; absent if the site has none. */
  readonly llms?: string | undefined;
  readonly tabs: readonly TabView[];
  readonly header: readonly LinkView[];
  readonly navigation: readonly NavigationView[];
  /** Set if `navigation` is only a part of the section's tree. */
  readonly largeSection?: LargeSectionView | undefined;
  /** Set on the page that lists all pages of a section. */
  readonly letters?: readonly LetterView[] | undefined;
  /** The steps from the section to the page's parent; a group without a page has no address. */
  readonly breadcrumb: readonly StepView[];
  readonly title: string;
  /** Id of the h1; absent if the title is not a heading of the body. */
  readonly titleId?: string | undefined;
  /** Set on a generated home page: the site's sections with their links. */
  readonly sections?: readonly NavigationView[] | undefined;
  /** `reference` pages have entities and two columns; `guide` pages are prose with a table of contents beside it. */
  readonly kind: 'reference' | 'guide';
  /** On-page contents: headings of level 2 and 3, or the entities. */
  readonly contents: readonly ContentsView[];
  /** Set if this page does not exist in this language; else the body is drawn. */
  readonly missing?: MissingView | undefined;
  /** Whether the body has content. */
  readonly hasBody: boolean;
  /** The body to draw; absent where the site allows code in bodies, which only a compiled body can run. */
  readonly body?: readonly BodyPiece[] | undefined;
  /** True if the body could not be parsed: a labelled gap replaces it. */
  readonly isBodyBroken: boolean;
  /** False if the page sets that code has no copy button. */
  readonly hasCopyButton: boolean;
  /** By the `block` attribute of `CodeBlock` in the body's tree. */
  readonly blocks: readonly BlockView[];
  /** By the `index` attribute of `LanguageSelector` in the body's tree. */
  readonly selectors: readonly SelectorView[];
  /** Entities that are not placed beside a block of the body; they follow the body. */
  readonly entities: readonly EntityView[];
  readonly previous?: LinkView | undefined;
  readonly next?: LinkView | undefined;
  readonly edit?: string | undefined;
}

/** A language of the site. */
export interface LanguageView {
  readonly id: LanguageId;
  readonly label: string;
}

/** An entry of the table of contents of a page. */
export interface ContentsView {
  readonly title: string;
  readonly anchor: string;
  readonly links: readonly ContentsView[];
}

/** The “not in this language” page. */
export interface MissingView {
  readonly language: string;
  /** Languages that have the page, as links to it. */
  readonly available: readonly LanguageLinkView[];
}

/** The page at an old address, which redirects to the new one. */
export interface RedirectView {
  readonly address: Address;
  /** From this page to the top of the output. */
  readonly root: string;
  readonly href: string;
}

/** The 404 page. It is served at any depth, so its addresses begin at the site's base path. */
export interface NotFoundView {
  readonly base: string;
  /**
   * The home page in each language's tree, in the site's order, with the names of the language that a wrong address may
   * contain.
   */
  readonly languages: readonly {
    readonly id: LanguageId;
    readonly label: string;
    readonly names: readonly string[];
    readonly href: string;
  }[];
  readonly site: SiteView;
  readonly header: readonly LinkView[];
  /** All sections with the first two levels of their trees. */
  readonly sections: readonly NavigationView[];
  /** Address of the list of routes, in which the page's script searches for similar ones. */
  readonly routes: string;
}
