// The type of `reference.json`, as docs/schemas/reference.schema.json describes it. `stele diff` compares two of them.

import type { DiffSettings } from '../../compiler/model/index.ts';
import type { DescribedDiagnostic } from '../../compiler/diagnostics/index.ts';

/** Everything that was resolved from a content folder, as plain data. */
export interface Reference {
  readonly format: 'stele-reference';
  readonly version: number;
  readonly site: ReferenceSite;
  readonly pages: readonly ReferencePage[];
  readonly descriptions: readonly object[];
  readonly samples: readonly ReferenceSample[];
  readonly navigation: readonly object[];
  readonly redirects: readonly ReferenceRedirect[];
  readonly approvals?: readonly ReferenceApproval[] | undefined;
  readonly diagnostics: readonly ReferenceDiagnostic[];
}

/** An entry of `_approvals.yaml`. */
export interface ReferenceApproval {
  readonly change: string;
  readonly kind: 'accepted' | 'correction';
  readonly reason: string;
  readonly who: string;
  readonly until?: string | undefined;
  readonly origin: Origin;
}

export interface ReferenceSite {
  readonly title: string;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly languages: readonly ReferenceLanguage[];
  /** Other impacts of changes, for `stele diff`. */
  readonly diff?: DiffSettings | undefined;
}

export interface ReferenceLanguage {
  readonly id: string;
  readonly label: string;
  readonly package?: { readonly name: string; readonly version?: string | undefined } | undefined;
}

/** A page of the exported reference. */
export interface ReferencePage {
  readonly route: string;
  readonly file: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly icon?: string | undefined;
  readonly breadcrumb?: { readonly title: string; readonly url?: string | undefined } | undefined;
  readonly externalAssets?: Readonly<Record<string, string>> | undefined;
  readonly featureFlag?: string | undefined;
  readonly showNextPage: boolean;
  /** Absent if the page is for all languages. */
  readonly languages?: readonly string[] | undefined;
  /** Set if a part of the file could not be read. */
  readonly isDamaged?: true | undefined;
  readonly body: ReferenceBody;
  readonly headings: readonly ReferenceHeading[];
  readonly links: readonly object[];
  readonly blocks: readonly ReferenceBlock[];
  readonly entities: readonly ReferenceEntity[];
  readonly shared: readonly ReferenceShared[];
}

export interface ReferenceBody extends ReferenceText {
  readonly syntax: 'mdx' | 'markdown';
  readonly isBroken?: true | undefined;
}

export interface ReferenceHeading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
  readonly path: string;
  readonly step?: string | undefined;
  readonly isListed?: boolean;
}

export interface ReferenceBlock {
  readonly title?: string | undefined;
  readonly entity?: string | undefined;
  /** Languages that it is limited to. */
  readonly languages?: readonly string[] | undefined;
  readonly origin: Origin | undefined;
  readonly panels: readonly ReferencePanel[];
}

export interface ReferencePanel {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly stem?: string | undefined;
  readonly region?: string | undefined;
  readonly code?: { readonly language?: string | undefined; readonly text: string } | undefined;
  /** File of the sample by language. */
  readonly samples: Readonly<Record<string, string>>;
}

/** An object or a method of a page, with its form in each language that has it. */
export interface ReferenceEntity {
  readonly id: string;
  readonly forms: Readonly<Record<string, ReferenceForm>>;
}

/** An entity as one language has it. */
export interface ReferenceForm {
  readonly source: string;
  readonly kind: 'object' | 'method';
  readonly key: string;
  readonly title?: string | undefined;
  readonly type?: string | undefined;
  readonly url?: string | undefined;
  readonly patternBefore?: string | undefined;
  readonly description?: ReferenceText | undefined;
  readonly sendsEmail?: true | undefined;
  readonly deprecated?: true | ReferenceText | undefined;
  readonly since?: string | undefined;
  readonly origin: Origin | undefined;
  readonly properties?: readonly ReferenceItem[] | undefined;
  readonly parameters?: readonly ReferenceItem[] | undefined;
  readonly returns?: readonly ReferenceItem[] | undefined;
}

/** The keys of an item that an entity without an id has, too. */
interface ReferenceField {
  readonly type?: string | undefined;
  /** The documented names in the type. */
  readonly typeLinks?: readonly object[] | undefined;
  readonly optional: boolean;
  readonly description?: ReferenceText | undefined;
  /** Path of the description that it is written as. */
  readonly placeholder?: string | undefined;
  readonly deprecated?: true | ReferenceText | undefined;
  readonly since?: string | undefined;
  readonly default?: string | undefined;
  readonly origin: Origin | undefined;
}

/** An entry of a table: a property, a parameter or a returned value. */
export interface ReferenceItem extends ReferenceField {
  readonly name?: string | undefined;
  readonly identity?: string | undefined;
  readonly anchor?: string | undefined;
  readonly isPlumbing?: true | undefined;
  /** Set on a reference whose target does not exist. */
  readonly isUnresolved?: true | undefined;
  readonly title?: string | undefined;
  readonly display: 'folded' | 'unwrap' | 'expanded';
  /** Set if it is written as `(Key)` or `(Key.member)`. */
  readonly reference?: { readonly key: string; readonly member?: string | undefined } | undefined;
  /** The entity that the row stands for. */
  readonly target?: { readonly route: string; readonly id: string } | undefined;
  readonly items: readonly ReferenceItem[];
}

/** An entity without an id. */
export interface ReferenceShared extends ReferenceField {
  readonly language: string;
  readonly key: string;
}

export interface ReferenceText {
  readonly text: string;
  /** The same Markdown in one notation; absent if the author wrote it so. */
  readonly canonical?: string | undefined;
  readonly origin: Origin | undefined;
}

/** A code file of `_samples`. */
export interface ReferenceSample {
  readonly file: string;
  readonly folder: string;
  readonly stem: string;
  readonly extension: string;
  /** As readers see it. */
  readonly text: string;
  /** Lines of the file that readers do not see, counted from 1; absent if there are none. */
  readonly hiddenLines?: readonly number[] | undefined;
  readonly regions: readonly { readonly name: string; readonly text: string }[];
}

export interface ReferenceRedirect {
  readonly from: string;
  readonly to?: string | undefined;
  readonly anchor?: string | undefined;
  readonly search?: string | undefined;
}

/** A finding, as `stele check --format json` prints it. */
export type ReferenceDiagnostic = DescribedDiagnostic;

/** A place in a file: line and column from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
