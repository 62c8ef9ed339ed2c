// The output of `resolve`: the model with every name replaced by its target, for every language. All outputs are made
// from it: tables, links, search, coverage, diff, JSON.

import type { Definition, Heading, Image, Link, Node } from 'mdast';
import type { CodeMark, Range, SourceFile } from '../source/index.ts';
import type { AssetTarget } from './data.ts';
import type { MarkdownText } from './document.ts';
import type { Breadcrumb, Entity, FieldItem, LanguageId, ListName, Page, EntityReference } from './page.ts';
import type { NavigationLink, SiteConfig } from './site.ts';
import type { CollectedSample, MergedLeaf, ContentModel } from './content-model.ts';

/**
 * A content folder with every name replaced by its target, for every language. Everything that Stele
 * writes is made from it.
 */
export interface ResolvedModel {
  readonly model: ContentModel;
  readonly site: SiteConfig;
  /** By route, in route order. */
  readonly pages: ReadonlyMap<string, ResolvedPage>;
  readonly sections: readonly ResolvedSection[];
  /** Targets of redirects by old route, in route order: pages and external addresses. */
  readonly redirects: ReadonlyMap<string, LinkTarget>;
  /** Descriptions that some entity, item or other description refers to. */
  readonly usedDescriptions: ReadonlySet<MergedLeaf>;
}

export interface ResolvedPage {
  readonly page: Page;
  readonly route: string;
  /** Title of the document: from the frontmatter, else from the first heading, else from the route. */
  readonly title: string;
  /** The heading of the body that is the page's h1; absent if the h1 is the title. */
  readonly titleHeading: ResolvedHeading | undefined;
  /**
   * All entities with an id, one per id, with their forms by language, in the order of the first language of the site
   * that has them.
   */
  readonly entities: readonly ResolvedEntity[];
  /** Entities without an id: languages in the site's order, each in file order. */
  readonly shared: readonly ResolvedShared[];
  /**
   * Languages in which this page's entities have a form, in the site's order; undefined if the page has no entities.
   */
  readonly languages: ReadonlySet<LanguageId> | undefined;
  /** Parent shown above the title; its address is `/route` or external. */
  readonly breadcrumb: Breadcrumb | undefined;
  /** Headings below the h1, in order. */
  readonly headings: readonly ResolvedHeading[];
  /** Ids of the body's own HTML elements. */
  readonly elementIds: ReadonlySet<string>;
  /** Replacements of components and expressions of the body, by tree node. */
  readonly bodyParts: ReadonlyMap<Node, BodyPart>;
  /** Targets of the links in the body and in all descriptions on the page, by tree node. */
  readonly links: ReadonlyMap<Link | Image | Definition, LinkTarget>;
  readonly blocks: readonly ResolvedBlock[];
  /** Language selectors in the body, in order. */
  readonly selectors: readonly ResolvedSelector[];
}

/** A `LanguageSelector` of a body. */
export interface ResolvedSelector {
  /** The site's languages that it is limited to, as ordered in the file; never empty. */
  readonly languages: readonly LanguageId[];
}

/** A section of the header: a top-level folder with its navigation. */
export interface ResolvedSection {
  readonly title: string;
  readonly path: string;
  readonly links: readonly NavigationLink[];
}

export interface ResolvedHeading {
  readonly node: Heading;
  /** 1 to 6, after normalisation: one h1, no level skipped. */
  readonly level: number;
  readonly id: string;
  /** Its text, without the mark of a step. */
  readonly text: string;
  /** `1` of a heading `(1) Title`: a step of a procedure. */
  readonly step: string | undefined;
  /** The expression at its end with more settings; not drawn. */
  readonly annotation: Node | undefined;
  /** False if the author excludes it from the table of contents. */
  readonly isListed: boolean;
  /** Slugs from level 2 to this heading, which links may use as path segments. Empty for the h1. */
  readonly path: readonly string[];
}

/** One documented object or method with its form in each language. */
export interface ResolvedEntity {
  readonly id: string;
  readonly page: Page;
  /** Forms by language of the site. Where a language has none, the form of `json` may replace it. */
  readonly forms: ReadonlyMap<LanguageId, EntityForm>;
}

/** An entity without an id, for references: usually a parameter of many methods. */
export interface ResolvedShared {
  readonly entity: Entity;
  readonly type: TypeText | undefined;
  readonly description: MarkdownText | undefined;
  readonly isOptional: boolean;
  readonly deprecated: true | MarkdownText | undefined;
}

export interface EntityForm {
  /** The form's own language: the key in the map, or `json`. */
  readonly source: LanguageId;
  readonly entity: Entity;
  readonly kind: 'object' | 'method';
  /** The entity's description, else the description of its id. */
  readonly description: MarkdownText | undefined;
  /** Lists that exist. `properties` of methods are merged into `parameters`. */
  readonly lists: readonly ResolvedList[];
  /** Set if they are known without its lists: a method's parameters with rows inside. */
  readonly options?: readonly FormOption[];
}

/** A parameter with rows inside. */
export interface FormOption {
  /** Its type as a text. */
  readonly type: string;
  readonly anchor: string | undefined;
  readonly display: ResolvedItem['display'];
  readonly children: () => readonly ResolvedItem[];
}

export interface ResolvedList {
  readonly name: ListName;
  readonly items: readonly ResolvedItem[];
}

/** One row of a table in one language. */
export interface ResolvedItem {
  readonly source: FieldItem | EntityReference;
  /** Set on entity references whose target does not exist. Resolving reports them; other checks leave them out. */
  readonly isUnresolved?: true;
  /**
   * Name of the field, equal in all languages: `connection.organization_id`. Absent on wrappers, which are not fields.
   */
  readonly identity?: string;
  /** Language-neutral anchor of the row; absent if it has no element of its own. */
  readonly anchor?: string;
  /** Set on values that only one language needs (`ctx`, `err`): they are not missing in other languages. */
  readonly isPlumbing?: true;
  /** Identifier in this language; absent for an unnamed return value. */
  readonly name: string | undefined;
  readonly type: TypeText | undefined;
  readonly description: MarkdownText | undefined;
  readonly isOptional: boolean;
  readonly deprecated: true | MarkdownText | undefined;
  readonly since: string | undefined;
  /** As written: `null`, `""`, `[]` too. */
  readonly default: string | undefined;
  readonly title: string | undefined;
  readonly display: 'folded' | 'unwrap' | 'expanded';
  readonly children: readonly ResolvedItem[];
  /** Set if the row refers to an entity: its name links there. */
  readonly target: EntityTarget | undefined;
}

/** A type as written, split at documented names. The joined texts are the type. */
export type TypeText = readonly TypeSpan[];

export interface TypeSpan {
  readonly text: string;
  readonly target?: EntityTarget;
}

/** An entity's place on the site, independent of the reader's language. */
export interface EntityTarget {
  readonly route: string;
  readonly id: string;
}

/** The replacement of a component or expression of a body. */
export type BodyPart =
  /** A code block: its index in `blocks`. */
  | { readonly kind: 'block'; readonly index: number }
  /** A language selector: its index in `selectors`; absent if it is not limited. */
  | { readonly kind: 'selector'; readonly index?: number }
  /** A built-in component, with its props; `link` is set if one of them is an address. */
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly props: Readonly<Record<string, PropValue>>;
      readonly link?: Link | undefined;
    }
  /** The site's own component. */
  | { readonly kind: 'custom'; readonly name: string; readonly props: Readonly<Record<string, PropValue>> }
  /** An allowed HTML element, with its allowed attributes; a fragment is drawn as its children. */
  | { readonly kind: 'element'; readonly props: Readonly<Record<string, PropValue>> }
  /** An unknown component: a labelled gap around its children. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** Code that is not executed: a labelled gap. */
  | { readonly kind: 'code'; readonly what: string }
  /** Code that is executed (`mdx: code`): not changed. */
  | { readonly kind: 'source' }
  /** A literal expression: its text. */
  | { readonly kind: 'text'; readonly value: string };

/** A literal value of an attribute or expression. */
export type PropValue = string | number | boolean | null | readonly PropValue[] | { readonly [key: string]: PropValue };

export type LinkTarget =
  /** `search` is the query as written, with its `?`. */
  | { readonly kind: 'page'; readonly route: string; readonly anchor?: string | undefined; readonly search?: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | AssetTarget
  /** `mayLoad`: the page may load a picture from this address (`imageHosts`). */
  | { readonly kind: 'external'; readonly url: string; readonly mayLoad?: true }
  /** A broken link (a diagnostic): shown as its text. */
  | { readonly kind: 'dangling' };

/** A code block of a body with its samples in each language. */
export interface ResolvedBlock {
  readonly range: Range;
  readonly file: SourceFile;
  readonly title?: string | undefined;
  /** Id of the entity whose tables are shown beside the samples. */
  readonly entity?: string | undefined;
  /** Languages of the selector around it. */
  readonly limitedTo?: readonly LanguageId[];
  readonly panels: readonly ResolvedPanel[];
}

/** One tab of a code block. */
export interface ResolvedPanel {
  readonly title?: string | undefined;
  /** Shown only in this language. */
  readonly language?: LanguageId | undefined;
  /** Languages whose own tabs replace it. */
  readonly replacedIn?: ReadonlySet<LanguageId>;
  readonly stem?: string;
  /** The shown region of the file: `pagination` of `list#pagination`. */
  readonly region?: string | undefined;
  /** Whether lines are numbered. */
  readonly hasNumbers: boolean;
  /** Code in the body itself; such a panel has no samples. `marks` come from the first line of the fence: `{1,3}`. */
  readonly fence?: {
    readonly code: string;
    readonly language?: string | undefined;
    readonly marks?: readonly LineMark[];
  };
  /** Sample by language of the site; a language without one is absent. */
  readonly samples: ReadonlyMap<LanguageId, CollectedSample>;
}

/** Marked lines of code, counted from 1, including both ends. */
export interface LineMark {
  readonly mark: CodeMark;
  readonly first: number;
  readonly last: number;
}
