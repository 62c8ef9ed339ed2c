// What `view` makes of a resolved page for one address: all that a template draws, in reading order.
// Addresses in it are ready to be written into `href`; strings named `html` are safe HTML made by `view`; all others are text.

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
  /** Language whose names the page shows: that of its tree, or the site's default; absent on a site without languages. */
  readonly language?: LanguageView | undefined;
  /** `../` repeated: from this page to the top of the output. Ends with `/` or is `./`. */
  readonly root: string;
  /** From this page to the top of its language's tree; the header, navigation and links stay in it. */
  readonly tree: string;
  readonly head: HeadView;
  readonly site: SiteView;
  readonly tabs: readonly TabView[];
  readonly header: readonly LinkView[];
  readonly navigation: readonly NavigationView[];
  /** Set where `navigation` is a part of the section's tree. */
  readonly largeSection?: LargeSectionView | undefined;
  /** Set on the page that lists all pages of a section. */
  readonly letters?: readonly LetterView[] | undefined;
  /** What stands above the page, from its section down; a group without a page has no address. */
  readonly breadcrumb: readonly StepView[];
  readonly title: string;
  /** Id of the h1; absent where the title is not a heading of the body. */
  readonly titleId?: string | undefined;
  /** Set on the home page of a site that has none of its own: its sections with their links. */
  readonly sections?: readonly NavigationView[] | undefined;
  /** `reference` pages have entities and draw two columns; `guide` pages are prose with contents beside it. */
  readonly kind: 'reference' | 'guide';
  /** On-page contents: headings of level 2 and 3, or the entities. */
  readonly contents: readonly ContentsView[];
  /** Absent: draw the body. Present: this page has no form in this language. */
  readonly missing?: MissingView | undefined;
  /** Whether the body module has anything to draw. */
  readonly hasBody: boolean;
  /** True where the body could not be parsed: a labelled gap stands in its place. */
  readonly isBodyBroken: boolean;
  /** False where the page asks for code without a copy button. */
  readonly hasCopyButton: boolean;
  /** By the `block` attribute that `CodeBlock` carries in the body's tree. */
  readonly blocks: readonly BlockView[];
  /** By the `index` attribute that `LanguageSelector` carries in the body's tree. */
  readonly selectors: readonly SelectorView[];
  /** Entities that no block of the body places; they follow the body. */
  readonly entities: readonly EntityView[];
  readonly previous?: LinkView | undefined;
  readonly next?: LinkView | undefined;
  readonly edit?: string | undefined;
}

/** What a page says of itself to browsers, search engines and those who share it. */
export interface HeadView {
  /** Text of `<title>`. */
  readonly title: string;
  readonly description?: string | undefined;
  /** Absolute address of this content; absent without a `url` of the site, and where `isUnlisted`. */
  readonly canonical?: string;
  /** True where search engines should leave the page out. */
  readonly isUnlisted: boolean;
  /** What a shared link shows; absent where `isUnlisted`. */
  readonly card?: CardHeadView | undefined;
  /** The pages above this one as JSON-LD, safe inside `<script>`; only where the site has a `url`. */
  readonly breadcrumbs?: string;
}

export interface CardHeadView {
  readonly title: string;
  readonly site: string;
  readonly isHome: boolean;
  /** Its picture; only where the site has a `url`. */
  readonly image?: { readonly url: string; readonly words: string };
}

/** A picture for shared links: a name in large letters, and whose it is. */
export interface CardView {
  /** From the top of the output. */
  readonly path: string;
  readonly title: string;
  /** What the title belongs to, above it. */
  readonly above?: string;
  readonly site: string;
}

export interface IconView {
  /** What the site's own icon is made of. */
  readonly shapes?: PlainIcon | undefined;
  /** Capital letter of the mark that stands for the site otherwise. */
  readonly letter: string;
}

/** The page at an old address: it leads to the new one. */
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

/** A face of the site's text or code. */
export interface FontView {
  readonly use: 'text' | 'code';
  readonly name: string;
  /** Of its file, from the top of the output. */
  readonly path?: string | undefined;
  readonly weights?: string | undefined;
}

/** Pictures of the header, by path from the top of the output. */
export interface LogoView {
  readonly light: string;
  readonly dark: string;
}

export interface LinkView {
  readonly title: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** This page in another language's tree, named after the language: to follow it is to choose the language. */
export interface LanguageLinkView extends LinkView {
  readonly language: LanguageId;
}

/** One step of the way to a page. */
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
  /** False where the page has no form in that language; the link leads to the page that says so. */
  readonly isAvailable: boolean;
}

export interface NavigationView {
  readonly title: string;
  readonly href?: string | undefined;
  readonly isCurrent: boolean;
  /** HTTP verb of a method's page, shown in front of the title. */
  readonly verb?: string | undefined;
  /** Empty where there are none, and where `isClosed`. */
  readonly links: readonly NavigationView[];
  /** True for a branch of which this page does not carry the links: its own link leads to where they are. */
  readonly isClosed?: boolean;
  /** True for a closed branch that has no page of its own: its link leads to the first page in it. */
  readonly isGroup?: boolean;
  /** Set on what stands in place of links that a long level has before or after those shown: their number. */
  readonly left?: number;
  /** With `left`, the index of the first of them in their level. */
  readonly from?: number;
  /** Beside a page, where those links are in the section's file: indexes joined by dots, `''` for the top level. */
  readonly at?: string;
}

/** What a page of a large section says of the part of its navigation that it does not carry. */
export interface LargeSectionView {
  /** File with the whole tree, from the top of the output: JSON, a list of `SectionFileLink`. */
  readonly file: string;
  /** The page that lists all of the section's pages. */
  readonly all: LinkView;
  /** Links of the section. */
  readonly count: number;
}

/**
 * A link in a section's file: its title; its route, or `/` and a file's path from the site's top, or an address elsewhere,
 * or null for a group; its verb or `''`.
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
    /** Title of what the link stands below. */
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
  /** Languages that have it, as links to this route there. */
  readonly available: readonly LanguageLinkView[];
}

export interface BlockView {
  /** Interface id of the block, of which those of its tabs are made: begins with `-`. */
  readonly id: string;
  /** Tables that stand beside the samples. */
  readonly entity?: EntityView | undefined;
  readonly title?: string | undefined;
  /** One is a block of its own, several are tabs; empty where nothing is to be shown. */
  readonly panels: readonly PanelView[];
}

/** A switch inside the body that is limited to some languages. */
export interface SelectorView {
  /** Label of the language whose samples stand inside. */
  readonly shown: string;
  /** False where the reader's language is not among them: the first of them is shown. */
  readonly isOwn: boolean;
  /** This page in each of its languages' trees. */
  readonly links: readonly LanguageLinkView[];
}

export interface PanelView {
  readonly title?: string | undefined;
  /** Label of the language or format: `Ruby`, `JSON`. */
  readonly label: string;
  /** Absent: this language has no sample. */
  readonly code?: CodeView;
  /** Languages that have a sample where this one has none, as links to this route there. */
  readonly available: readonly LanguageLinkView[];
}

/** Code as HTML: its text content is exactly what a reader copies. */
export interface CodeView {
  /** Lines joined by line feeds, coloured by class; goes inside `<code>`. */
  readonly html: string;
  /** Of long code, the lines that are folded at first. */
  readonly rest?: { readonly html: string; readonly lines: number } | undefined;
  /** Whether lines are numbered; each is an element then, as where lines are marked. */
  readonly hasNumbers: boolean;
  /** Whether some lines are in focus: the others step back. */
  readonly hasFocus: boolean;
  /** Characters of its longest line: what decides where it may be too wide for its place. */
  readonly width: number;
}

export interface EntityView {
  /** Anchor: the entity's id. */
  readonly anchor: string;
  readonly kind: 'object' | 'method';
  /** Verb of a curl method, in capitals. */
  readonly verb?: string | undefined;
  /** The signature in pieces: `keyword` (class, interface), `name`, `text`, `parameter` (`:id`). */
  readonly signature: readonly SignaturePart[];
  readonly package?:
    { readonly name: string; readonly version?: string | undefined; readonly url?: string | undefined } | undefined;
  readonly deprecated?: DeprecatedView | undefined;
  readonly since?: string | undefined;
  readonly sendsEmail: boolean;
  readonly lists: readonly ListView[];
  /** Fields that this entity has in other languages only: an address that names one finds a line that says so. */
  readonly absent: readonly AbsentView[];
}

export interface AbsentView {
  readonly anchor: string;
  /** Its name and those of the fields around it, as the reader’s language has them, else the first that has them. */
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
  /** Anchor of the list where an outermost wrapper is named by it. */
  readonly anchor?: string | undefined;
  readonly rows: readonly RowView[];
}

/** A row of a property table. */
export interface RowView {
  /** Language-neutral anchor; absent on rows that cannot be linked to. */
  readonly anchor?: string | undefined;
  /** Absent for unnamed values. */
  readonly name?: string | undefined;
  /** Set where the row stands for a whole entity. */
  readonly nameHref?: string | undefined;
  /** What an author calls a return value, in words; stands where a name would. */
  readonly title?: string | undefined;
  readonly type: readonly TypeSpanView[];
  readonly isOptional: boolean;
  readonly deprecated?: DeprecatedView | undefined;
  readonly since?: string | undefined;
  readonly default?: string | undefined;
  /** Block-level HTML; empty where there is no description. */
  readonly html: string;
  /** Rows of the table inside; containers that unwrap are already replaced by their children. */
  readonly children: readonly RowView[];
  readonly isOpen: boolean;
  /** Name in “2 properties of `OrganizationDomain`”. */
  readonly childrenOf?: string | undefined;
}

/** Words of the interface that views hold; who draws the page has them. */
export interface ViewWords extends ValueWords {
  /** Title of the page that lists all pages of a section. */
  readonly allPages: (section: string) => string;
}

/** Words of the interface for the HTML of descriptions, which `view` makes. The templates provide them. */
export interface ValueWords {
  /** Introduces the values that are possible. */
  readonly oneOf: string;
  /** Unfolds the values of a long list that are not shown. */
  readonly more: (count: number) => string;
  /** Folds them away again. */
  readonly fewer: string;
  /** Titles of GitHub's alerts. */
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

export interface TypeSpanView {
  readonly text: string;
  readonly href?: string;
}

export interface DeprecatedView {
  /** What to use instead; absent where only the fact is known. */
  readonly html?: string;
}

/** A file that is no page: for crawlers. */
export interface HostFile {
  /** From the top of the output. */
  readonly path: string;
  readonly text: string;
}

/** The 404 page. It is served at any depth, so its addresses begin at the site's base path. */
export interface NotFoundView {
  readonly base: string;
  /** The home page in each language's tree, in the site's order, and what an address may call the language. */
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
  /** Address of the list of routes, in which the page's script finds the nearest ones. */
  readonly routes: string;
}
