// What `resolve` makes of the model: every name replaced by what it means, for every language.
// This is what everything derived is made of: tables, links, search, coverage, diff, JSON.

import type { Definition, Heading, Image, Link, Node } from 'mdast';
import type { CodeMark, Range, SourceFile } from '../source/index.ts';
import type { AssetTarget } from './data.ts';
import type { MarkdownText } from './document.ts';
import type { Breadcrumb, Entity, FieldItem, LanguageId, ListName, Page, EntityReference } from './page.ts';
import type { NavigationLink, SiteConfig } from './site.ts';
import type { CollectedSample, MergedLeaf, ContentModel } from './content-model.ts';

export interface ResolvedModel {
  readonly model: ContentModel;
  readonly site: SiteConfig;
  /** By route, in route order. */
  readonly pages: ReadonlyMap<string, ResolvedPage>;
  readonly sections: readonly ResolvedSection[];
  /** Pages and addresses elsewhere that old routes lead to, by old route, in route order. */
  readonly redirects: ReadonlyMap<string, LinkTarget>;
  /** Descriptions that some entity, item or other description refers to. */
  readonly usedDescriptions: ReadonlySet<MergedLeaf>;
}

export interface ResolvedPage {
  readonly page: Page;
  readonly route: string;
  /** Title of the document: the frontmatter's, else the first heading's, else made from the route. */
  readonly title: string;
  /** The heading of the body that is the page's h1; absent where the h1 is the title alone. */
  readonly titleHeading?: ResolvedHeading | undefined;
  /** All entities with an id, one per id, with their forms by language. Their order is that of the site's first language that has them. */
  readonly entities: readonly ResolvedEntity[];
  /** Entities without an id: languages in the site's order, each in file order. */
  readonly shared: readonly ResolvedShared[];
  /** Languages in which this page's entities have a form, in the site's order; undefined where it has no entity of its own. */
  readonly languages?: ReadonlySet<LanguageId> | undefined;
  /** Parent shown above the title; its address is `/route` or one of another host. */
  readonly breadcrumb?: Breadcrumb | undefined;
  /** Headings below the h1, in order. */
  readonly headings: readonly ResolvedHeading[];
  /** Ids of the body's own HTML elements. */
  readonly elementIds: ReadonlySet<string>;
  /** What stands in place of components and expressions of the body, by tree node. */
  readonly bodyParts: ReadonlyMap<Node, BodyPart>;
  /** By tree node, of the body and of every description shown on the page. */
  readonly links: ReadonlyMap<Link | Image | Definition, LinkTarget>;
  readonly blocks: readonly ResolvedBlock[];
  /** Switches inside the body that are limited to some languages, in order. */
  readonly selectors: readonly ResolvedSelector[];
}

/** A `LanguageSelector` of a body. */
export interface ResolvedSelector {
  /** Languages of the site that it is limited to, in the order written; never empty. */
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
  /** Its words, without the mark of a step. */
  readonly text: string;
  /** `1` of a heading `(1) Title`: a step of a procedure. */
  readonly step?: string | undefined;
  /** The expression at its end that says more about it; not drawn. */
  readonly annotation?: Node | undefined;
  /** False where the author keeps it out of the page's contents. */
  readonly isListed: boolean;
  /** Slugs from level 2 down to this heading: how links address it as path segments. Empty for the h1. */
  readonly path: readonly string[];
}

/** One documented object or method with its form in each language. */
export interface ResolvedEntity {
  readonly id: string;
  readonly page: Page;
  /** The site's languages that have a form, `json` already standing in where it should. */
  readonly forms: ReadonlyMap<LanguageId, EntityForm>;
}

/** An entity that exists to be referred to: most often a parameter of many methods. */
export interface ResolvedShared {
  readonly entity: Entity;
  readonly type?: TypeText | undefined;
  readonly description?: MarkdownText | undefined;
  readonly isOptional: boolean;
  readonly deprecated?: true | MarkdownText | undefined;
}

export interface EntityForm {
  /** The language whose form it is: that of the map's key, or `json`. */
  readonly source: LanguageId;
  readonly entity: Entity;
  readonly kind: 'object' | 'method';
  /** What the entity is: its own text, else that of its id. */
  readonly description?: MarkdownText | undefined;
  /** Lists that exist, `properties` of methods already counted to `parameters`. */
  readonly lists: readonly ResolvedList[];
}

export interface ResolvedList {
  readonly name: ListName;
  readonly items: readonly ResolvedItem[];
}

/** One row of a table in one language. */
export interface ResolvedItem {
  readonly source: FieldItem | EntityReference;
  /**
   * Name of the field, the same in every language that has it: `connection.organization_id`. Absent on wrappers, which
   * are no fields.
   */
  readonly identity?: string;
  /** Language-neutral anchor of the row; absent where it has no element of its own. */
  readonly anchor?: string;
  /** Set on machinery of a language (`ctx`, `err`): no other language lacks it. */
  readonly isPlumbing?: true;
  /** Identifier in this language; absent for an unnamed return value. */
  readonly name?: string | undefined;
  readonly type?: TypeText | undefined;
  readonly description?: MarkdownText | undefined;
  readonly isOptional: boolean;
  readonly deprecated?: true | MarkdownText | undefined;
  readonly since?: string | undefined;
  /** As written: `null`, `""`, `[]` too. */
  readonly default?: string | undefined;
  readonly title?: string | undefined;
  readonly display: 'folded' | 'unwrap' | 'expanded';
  readonly children: readonly ResolvedItem[];
  /** Set where the row stands for a whole entity: its name links there. */
  readonly target?: EntityTarget | undefined;
}

/** A type as written, cut at the names that are documented. The texts joined are the type. */
export type TypeText = readonly TypeSpan[];

export interface TypeSpan {
  readonly text: string;
  readonly target?: EntityTarget;
}

/** An entity's place on the site, in whatever language the reader is. */
export interface EntityTarget {
  readonly route: string;
  readonly id: string;
}

/** What a component or expression of a body becomes. */
export type BodyPart =
  /** A code block: the index of it in `blocks`. */
  | { readonly kind: 'block'; readonly index: number }
  /** A switch between some languages: the index of it in `selectors`; absent where it is limited to none. */
  | { readonly kind: 'selector'; readonly index?: number }
  /** One of the components that every site has, with its props; `link` stands for an address among them. */
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly props: Readonly<Record<string, PropValue>>;
      readonly link?: Link | undefined;
    }
  /** A component of the site's own. */
  | { readonly kind: 'custom'; readonly name: string; readonly props: Readonly<Record<string, PropValue>> }
  /** An element of HTML that a body may have, with the attributes that it may have; a fragment is drawn as its children. */
  | { readonly kind: 'element'; readonly props: Readonly<Record<string, PropValue>> }
  /** A component that the site does not know: a labelled gap around its children. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** Code that is not executed: a labelled gap. */
  | { readonly kind: 'code'; readonly what: string }
  /** Code that the site wants executed (`mdx: code`): stays as written. */
  | { readonly kind: 'source' }
  /** A literal expression: its text. */
  | { readonly kind: 'text'; readonly value: string };

/** A value that an attribute or expression states as data. */
export type PropValue = string | number | boolean | null | readonly PropValue[] | { readonly [key: string]: PropValue };

export type LinkTarget =
  /** `search` keeps a query as written, with its `?`. */
  | { readonly kind: 'page'; readonly route: string; readonly anchor?: string | undefined; readonly search?: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | AssetTarget
  /** `mayLoad`: a picture at this address may be loaded by the page (`imageHosts`). */
  | { readonly kind: 'external'; readonly url: string; readonly mayLoad?: true }
  /** Does not lead anywhere (a diagnostic): shown as its text. */
  | { readonly kind: 'dangling' };

/** A code block of a body with the samples each language shows in it. */
export interface ResolvedBlock {
  readonly range: Range;
  readonly file: SourceFile;
  readonly title?: string | undefined;
  /** Id of the entity whose tables stand beside the samples. */
  readonly entity?: string | undefined;
  /** Languages that the switch around it is limited to. */
  readonly limitedTo?: readonly LanguageId[];
  readonly panels: readonly ResolvedPanel[];
}

/** One tab of a code block. */
export interface ResolvedPanel {
  readonly title?: string | undefined;
  /** Shows only in this language. */
  readonly language?: LanguageId | undefined;
  /** Languages that have tabs of their own in its place. */
  readonly replacedIn?: ReadonlySet<LanguageId>;
  readonly stem?: string;
  /** The part of the file that shows: `pagination` of `list#pagination`. */
  readonly region?: string | undefined;
  /** Whether its author wants lines numbered. */
  readonly hasNumbers: boolean;
  /** Code written in the body itself; such a panel has no samples. `marks` are those of its first line: `{1,3}`. */
  readonly fence?: {
    readonly code: string;
    readonly language?: string | undefined;
    readonly marks?: readonly LineMark[];
  };
  /** Sample by language of the site; a language without one is absent. */
  readonly samples: ReadonlyMap<LanguageId, CollectedSample>;
}

/** Lines of code that are marked, from 1, both ends counted. */
export interface LineMark {
  readonly mark: CodeMark;
  readonly first: number;
  readonly last: number;
}
