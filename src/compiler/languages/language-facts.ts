// What Stele knows of a language: one object of this shape in each file of this folder. Sites may change some of it in
// `site.yaml`; the rest of the code asks for it by a language's id.

import type { CommentSyntax, SessionPrompt } from '../source/index.ts';
import type { SampleGrammar } from './sample-grammar.ts';

/** A way of writing names: `organization_id`, `organizationId`, `OrganizationId`. */
export type Casing = 'snake' | 'camel' | 'pascal';

export interface LanguageFacts {
  /** Name in addresses, in `reference` and in `site.yaml`. */
  readonly id: string;
  /** Name for readers. */
  readonly label: string;
  /** `http`: its methods are requests with a verb and a path. `sdk`: they are functions of a package. */
  readonly kind: 'http' | 'sdk';
  /**
   * Whether it is one of the languages that most sites have. In a site without languages `stele new` drafts these, and
   * their basic types are recognized as foreign in every other language.
   */
  readonly isCommon: boolean;
  /** Other names that people write for its id, in lower case: `golang`, `nodejs`. */
  readonly otherNames: readonly string[];
  /** Extensions of its samples, with their dot, the first preferred. */
  readonly extensions: readonly string[];
  /** How its names are written, the usual way first. */
  readonly casing: readonly Casing[];
  /** Name of the grammar of Shiki that colours its code. */
  readonly highlighting: string;
  /** What fences call its code. */
  readonly fences: readonly FenceNames[];
  readonly comments: CommentSyntax;
  /** Prompts of its interactive shells. */
  readonly prompts?: readonly SessionPrompt[];
  readonly types: TypeFacts;
  readonly names: NameFacts;
  readonly drafts: DraftFacts;
  /** The grammars that read its samples; none where no grammar is good enough. */
  readonly grammars: readonly SampleGrammar[];
}

/** Names of a kind of code behind a fence. */
export interface FenceNames {
  /** The kind's name for readers. */
  readonly label: string;
  /** In lower case. */
  readonly names: readonly string[];
  /** The grammar of Shiki that colours it, where it is not the language's. */
  readonly highlighting?: string;
}

/** Types that a language brings itself. In each list of basic types the usual name comes first. */
export interface TypeFacts {
  readonly text: readonly string[];
  readonly truth: readonly string[];
  readonly number: readonly string[];
  readonly nothing: readonly string[];
  /** Names that cannot be those of a documented object: they never link to one. */
  readonly reserved: ReadonlySet<string>;
}

/** How code brings names in and defines them: what links from samples to the reference rely on. */
export interface NameFacts {
  /** Words that begin an import at the start of a line. */
  readonly importWords: readonly string[];
  /** Those of them that bring in all names of a package: C#'s `using`. */
  readonly wholeImportWords?: readonly string[];
  /** First words of packages that come with the language. */
  readonly platformPackages?: readonly string[];
  /** Types of the standard library: a sample that uses one without an import means that, not a documented object. */
  readonly platformTypes?: ReadonlySet<string>;
  /** Words before a defining word: `abstract`. */
  readonly modifiers?: readonly string[];
  /** Words that a defined type follows. */
  readonly definingWords: readonly string[];
  /** Words that the parameters of a function follow. */
  readonly functionWords: readonly string[];
  /** Whether a declaration has the type before the name: `Parcel parcel`. */
  readonly hasTypeBeforeName?: boolean;
}

/** How `stele new` drafts a declaration and a sample. */
export interface DraftFacts {
  readonly objectCasing: Casing;
  readonly methodCasing: Casing;
  /** Word before an object's name in its title: `class`. */
  readonly objectKeyword?: string;
  /** The name of a field that holds an id. */
  readonly idKey: string;
  /** What a sample must have before its first comment. */
  readonly sampleHead?: string;
}

/** A list of words as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
