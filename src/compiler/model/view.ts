// The view of a resolved page at one address: everything that a template draws, in reading order. Addresses are ready
// for `href`; strings named `html` are safe HTML; all other strings are text.

import type { LanguageId } from './page.ts';
import type { PlainIcon } from './picture.ts';

/** One address of the site: a route in the default tree or in a language's tree. */
export interface Address {
  readonly route: string;
  /** Absent in the default tree. */
  readonly language?: LanguageId;
}

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

/** Metadata of a page for browsers, search engines and shared links. */
export interface HeadView {
  /** Text of `<title>`. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Canonical absolute address; absent without a `url` of the site, and if `isUnlisted`. */
  readonly canonical?: string;
  /** True if search engines should not list the page. */
  readonly isUnlisted: boolean;
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

/** The page at an old address, which redirects to the new one. */
export interface RedirectView {
  readonly address: Address;
  /** From this page to the top of the output. */
  readonly root: string;
  readonly href: string;
}

export interface SiteView {
  readonly title: string;
  readonly logo?: LogoView | undefined;
  readonly footer?: string | undefined;
}

/** A font of the site's text or code. */
export interface FontView {
  readonly use: 'text' | 'code';
  readonly name: string;
  /** Path of its file, from the top of the output. */
  readonly path?: string | undefined;
  readonly weights?: string | undefined;
}

/** Logos of the header, as paths from the top of the output. */
export interface LogoView {
  readonly light: string;
  readonly dark: string;
}

export interface LinkView {
  readonly title: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** A link to this page in another language's tree. Following it selects the language. */
export interface LanguageLinkView extends LinkView {
  readonly language: LanguageId;
}

/** One step of a breadcrumb. */
export interface StepView {
  readonly title: string;
  readonly href?: string | undefined;
}

/** A language tab: a link to this route in another language's tree. */
export interface TabView {
  readonly id: LanguageId;
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
  /** False if the page does not exist in that language; the link leads to a page that explains this. */
  readonly isAvailable: boolean;
}

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

export interface ContentsView {
  readonly title: string;
  readonly anchor: string;
  readonly links: readonly ContentsView[];
}

export interface LanguageView {
  readonly id: LanguageId;
  readonly label: string;
}

/** The “not in this language” page. */
export interface MissingView {
  readonly language: string;
  /** Languages that have the page, as links to it. */
  readonly available: readonly LanguageLinkView[];
}

export interface BlockView {
  /** Interface id of the block, from which the ids of its tabs are made: begins with `-`. */
  readonly id: string;
  /** Entity whose tables are shown beside the samples. */
  readonly entity?: EntityView | undefined;
  readonly title?: string | undefined;
  /** Several panels are tabs; empty if there is nothing to show. */
  readonly panels: readonly PanelView[];
}

/** A selector of some languages inside the body. */
export interface SelectorView {
  /** Label of the language whose samples are shown inside. */
  readonly shown: string;
  /** False if the reader's language is not one of them: then the first is shown. */
  readonly isOwn: boolean;
  /** This page in each of the languages. */
  readonly links: readonly LanguageLinkView[];
}

export interface PanelView {
  readonly title?: string | undefined;
  /** Label of the language or format: `Ruby`, `JSON`. */
  readonly label: string;
  /** Absent if this language has no sample. */
  readonly code?: CodeView;
  /** If this language has no sample: the languages that have one, as links to the page. */
  readonly available: readonly LanguageLinkView[];
}

/** Code as HTML; its text content is exactly the text to copy. */
export interface CodeView {
  /** Lines joined by line feeds, coloured by class; goes inside `<code>`. */
  readonly html: string;
  /** The lines of long code that are folded at first. */
  readonly rest?: { readonly html: string; readonly lines: number } | undefined;
  /** Whether lines are numbered. Numbered or marked lines are elements. */
  readonly hasNumbers: boolean;
  /** Whether some lines are in focus: the others are dimmed. */
  readonly hasFocus: boolean;
  /** Characters in its longest line, which decide whether it may need to scroll. */
  readonly width: number;
}

export interface EntityView {
  /** Anchor: the entity's id. */
  readonly anchor: string;
  readonly kind: 'object' | 'method';
  /** Verb of a curl method, in capitals. */
  readonly verb?: string | undefined;
  /** The signature in parts: `keyword` (class, interface), `name`, `text`, `parameter` (`:id`). */
  readonly signature: readonly SignaturePart[];
  readonly package?:
    { readonly name: string; readonly version?: string | undefined; readonly url?: string | undefined } | undefined;
  readonly deprecated?: DeprecatedView | undefined;
  readonly since?: string | undefined;
  readonly sendsEmail: boolean;
  readonly lists: readonly ListView[];
  /** Fields that this entity has only in other languages. Their anchors lead to a line that explains this. */
  readonly absent: readonly AbsentView[];
}

export interface AbsentView {
  readonly anchor: string;
  /**
   * Its name and the names of the fields around it, in the reader’s language, else in the first language that has them.
   */
  readonly name: string;
  /** The field in the languages that have it. */
  readonly available: readonly LanguageLinkView[];
}

export interface SignaturePart {
  readonly kind: 'keyword' | 'name' | 'text' | 'parameter';
  readonly text: string;
}

export interface ListView {
  readonly name: 'properties' | 'parameters' | 'returns';
  /** Interface id of the list's heading: begins with `-`. */
  readonly headingId: string;
  /** Anchor of the list, if an unwrapped outermost wrapper would have it. */
  readonly anchor?: string | undefined;
  readonly rows: readonly RowView[];
}

/** A row of a property table. */
export interface RowView {
  /** Language-neutral anchor; absent on rows that cannot be linked to. */
  readonly anchor?: string | undefined;
  /** Absent for unnamed values. */
  readonly name?: string | undefined;
  /** Set if the row refers to an entity. */
  readonly nameHref?: string | undefined;
  /** The author's title of a return value, shown in place of a name. */
  readonly title?: string | undefined;
  readonly type: readonly TypeSpanView[];
  readonly isOptional: boolean;
  readonly deprecated?: DeprecatedView | undefined;
  readonly since?: string | undefined;
  readonly default?: string | undefined;
  /** Block-level HTML; empty without a description. */
  readonly html: string;
  /** Rows of the inner table. Unwrapped containers are already replaced by their children. */
  readonly children: readonly RowView[];
  readonly isOpen: boolean;
  /** Name in “2 properties of `OrganizationDomain`”. */
  readonly childrenOf?: string | undefined;
}

/** Words of the interface that views contain. The templates provide them. */
export interface ViewWords extends ValueWords {
  /** Title of the page that lists all pages of a section. */
  readonly allPages: (section: string) => string;
}

/** Words of the interface for the HTML of descriptions, which `view` makes. The templates provide them. */
export interface ValueWords {
  /** Introduces the possible values. */
  readonly oneOf: string;
  /** Label that unfolds the hidden values of a long list. */
  readonly more: (count: number) => string;
  /** Label that folds them again. */
  readonly fewer: string;
  /** Titles of GitHub's alerts. */
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

export interface TypeSpanView {
  readonly text: string;
  readonly href?: string;
}

export interface DeprecatedView {
  /** The replacement; absent if the author names none. */
  readonly html?: string;
}

/** A file for crawlers. */
export interface HostFile {
  /** From the top of the output. */
  readonly path: string;
  readonly text: string;
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
