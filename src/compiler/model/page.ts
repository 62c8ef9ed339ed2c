// The output of `decode` for one document: a page with typed frontmatter. Entity references and placeholders are still
// names.

import type { Range, SourceFile } from '../source/index.ts';
import type { Destination, Located, Text } from './data.ts';
import type { Body, MarkdownText } from './document.ts';

/** A language's id: `curl`, `js`, … or the pseudo-language `json`. */
export type LanguageId = string;

/** One page of the site, as its author wrote it. */
export interface Page {
  readonly file: SourceFile;
  /** Path from the site's root without slashes at the ends: `reference/sso/connection`; `''` is the home page. */
  readonly route: string;
  /** Folder of the file, relative to the content folder: `reference/sso/connection`; `''` is the top. */
  readonly folder: string;
  readonly title: Text | undefined;
  readonly description: Text | undefined;
  readonly descriptions: DescriptionTable;
  /** Entities by language, in file order. */
  readonly entities: ReadonlyMap<LanguageId, readonly Entity[]>;
  /** The places of the languages of `reference`. */
  readonly languageRanges: ReadonlyMap<LanguageId, Range>;
  readonly showNextPage: boolean;
  readonly breadcrumb: Breadcrumb | undefined;
  readonly icon: Text | undefined;
  readonly externalAssets: ReadonlyMap<string, Text>;
  readonly hideCopyButton: boolean;
  readonly featureFlag: Text | undefined;
  readonly body: Body;
  /** True if a part of the file could not be read, and may contain content that seems to be missing. */
  readonly isDamaged: boolean;
}

export interface Breadcrumb {
  readonly title: Text;
  readonly url: Destination | undefined;
}

/** A map of `descriptions`: by segment, in file order. */
export type DescriptionTable = ReadonlyMap<string, DescriptionNode>;

export type DescriptionNode = DescriptionLeaf | DescriptionBranch;

export interface DescriptionLeaf {
  readonly kind: 'leaf';
  readonly keyRange: Range;
  readonly description: Description;
}

export interface DescriptionBranch {
  readonly kind: 'branch';
  readonly keyRange: Range;
  readonly table: DescriptionTable;
}

/** A description is Markdown, or the path of a description in the site's merged tables. */
export type Description = MarkdownDescription | Placeholder;

export interface MarkdownDescription {
  readonly kind: 'markdown';
  readonly text: MarkdownText;
}

/** `(connection.id)`: a whole scalar, never a part of one (format.md 3.2). */
export interface Placeholder {
  readonly kind: 'placeholder';
  /** Without the parentheses: `connection.id`. */
  readonly path: string;
  readonly file: SourceFile;
  readonly range: Range;
}

/** An object, a method, or a shared parameter (an entity without `id`) in one language. */
export interface Entity {
  readonly language: LanguageId;
  readonly file: SourceFile;
  /** Identifier in that language, without a suffix ` [Deprecated]`. */
  readonly key: Text;
  /** Language-neutral; absent on shared parameters. */
  readonly id: Text | undefined;
  readonly url: Text | undefined;
  readonly title: Text | undefined;
  readonly type: Text | undefined;
  readonly properties: readonly Item[] | undefined;
  readonly parameters: readonly Item[] | undefined;
  readonly returns: readonly Item[] | undefined;
  readonly patternBefore: Text | undefined;
  readonly sendsEmail: boolean;
  readonly description: Description | undefined;
  readonly optional: Located<boolean> | undefined;
  /** As written, including `null`, `""` and `[]`. */
  readonly default: Text | undefined;
  readonly deprecated: Deprecated | undefined;
  readonly since: Text | undefined;
  readonly range: Range;
}

export type Item = FieldItem | EntityReference;

/** One item as written: a property, a parameter or a return value. */
export interface FieldItem {
  readonly kind: 'field';
  /** Without the suffixes ` [Deprecated]` and `?`, which set flags. */
  readonly key: Text;
  readonly type: Text | undefined;
  readonly description: Description | undefined;
  readonly optional: Located<boolean> | undefined;
  readonly properties: readonly Item[];
  /**
   * True if the item has neither `description` nor `properties`, and no unknown key that may be a misspelling of them.
   */
  readonly isBare: boolean;
  /** How the children are shown: `unwrap` in place of the container, `expanded` open, else folded. */
  readonly display: 'folded' | 'unwrap' | 'expanded';
  readonly title: Text | undefined;
  /** As written, including `null`, `""` and `[]`. */
  readonly default: Text | undefined;
  readonly deprecated: Deprecated | undefined;
  readonly since: Text | undefined;
  readonly range: Range;
}

/** `(Key)` or `(Key.member)` in a list of items: an entity by key, in the same language, on any page. */
export interface EntityReference {
  readonly kind: 'entity-reference';
  readonly key: string;
  readonly member: string | undefined;
  readonly file: SourceFile;
  readonly range: Range;
}

/** `deprecated: true`, or Markdown that names the replacement. */
export type Deprecated = { readonly kind: 'flag' } | MarkdownDescription;

/** The lists an entity may have, by name. */
export type ListName = 'properties' | 'parameters' | 'returns';
