// Views of an entity: its signature and its tables.

import type { LanguageLinkView } from './frame.ts';

/** An object or a method, as a page shows it in its language: signature, description and tables. */
export interface EntityView {
  /** Anchor: the entity's id. */
  readonly anchor: string;
  readonly kind: 'object' | 'method';
  /** Verb of a curl method, in capitals. */
  readonly verb: string | undefined;
  /** The signature in parts: `keyword` (class, interface), `name`, `text`, `parameter` (`:id`). */
  readonly signature: readonly SignaturePart[];
  readonly package?:
    { readonly name: string; readonly version?: string | undefined; readonly url?: string | undefined } | undefined;
  readonly deprecated: DeprecatedView | undefined;
  readonly since: string | undefined;
  readonly sendsEmail: boolean;
  readonly lists: readonly ListView[];
  /** Fields that this entity has only in other languages. Their anchors lead to a line that explains this. */
  readonly absent: readonly AbsentView[];
}

/** Stands for an entity that the language of the page does not have. */
export interface AbsentView {
  readonly anchor: string;
  /**
   * Its name and the names of the fields around it, in the reader’s language, else in the first language that has them.
   */
  readonly name: string;
  /** The field in the languages that have it. */
  readonly available: readonly LanguageLinkView[];
}

/** A part of a signature. */
export interface SignaturePart {
  readonly kind: 'keyword' | 'name' | 'text' | 'parameter';
  readonly text: string;
}

/** A table of an entity: its properties, parameters or return value. */
export interface ListView {
  readonly name: 'properties' | 'parameters' | 'returns';
  /** Interface id of the list's heading: begins with `-`. */
  readonly headingId: string;
  /** Anchor of the list, if an unwrapped outermost wrapper would have it. */
  readonly anchor: string | undefined;
  readonly rows: readonly RowView[];
}

/** A row of a property table. */
export interface RowView {
  /** Language-neutral anchor; absent on rows that cannot be linked to. */
  readonly anchor: string | undefined;
  /** Absent for unnamed values. */
  readonly name: string | undefined;
  /** Set if the row refers to an entity. */
  readonly nameHref: string | undefined;
  /** The author's title of a return value, shown in place of a name. */
  readonly title: string | undefined;
  readonly type: readonly TypeSpanView[];
  readonly isOptional: boolean;
  readonly deprecated: DeprecatedView | undefined;
  readonly since: string | undefined;
  readonly default: string | undefined;
  /** Block-level HTML; empty without a description. */
  readonly html: string;
  /** Rows of the inner table. Unwrapped containers are already replaced by their children. */
  readonly children: readonly RowView[];
  readonly isOpen: boolean;
  /** Name in “2 properties of `OrganizationDomain`”. */
  readonly childrenOf: string | undefined;
}

/** A part of a type. It may lead to the documentation of that type. */
export interface TypeSpanView {
  readonly text: string;
  readonly href?: string;
}

/** That something is deprecated, and what to use in its place. */
export interface DeprecatedView {
  /** The replacement; absent if the author names none. */
  readonly html?: string;
}
