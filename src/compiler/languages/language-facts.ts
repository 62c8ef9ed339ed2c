// The facts about a language: one object of this type in the file of each language. Sites may override some of them in
// `site.yaml`. The rest of the code gets them by a language's id.

import type { CommentSyntax, SessionPrompt } from '../source/index.ts';
import type { SampleGrammar } from './sample-grammar.ts';

/** A naming convention: `organization_id`, `organizationId`, `OrganizationId`. */
export type Casing = 'snake' | 'camel' | 'pascal';

export interface LanguageFacts {
  /** Name in addresses, in `reference` and in `site.yaml`. */
  readonly id: string;
  /** Name for readers. */
  readonly label: string;
  /** `http`: its methods are requests with a verb and a path. `sdk`: its methods are functions of a package. */
  readonly kind: 'http' | 'sdk';
  /**
   * Whether it is one of the languages that most sites have. On a site without languages, `stele new` drafts these.
   * Their basic types are recognized as foreign in every other language.
   */
  readonly isCommon: boolean;
  /** Other names that people write instead of its id, in lower case: `golang`, `nodejs`. */
  readonly otherNames: readonly string[];
  /** Extensions of its samples, with their dot, the first preferred. */
  readonly extensions: readonly string[];
  /** Its naming conventions, the usual one first. */
  readonly casing: readonly Casing[];
  /** Name of Shiki's grammar for the colours of its code. */
  readonly highlighting: string;
  /** Names of its code after fences. */
  readonly fences: readonly FenceNames[];
  readonly comments: CommentSyntax;
  /** Prompts of its interactive shells. */
  readonly prompts?: readonly SessionPrompt[];
  readonly types: TypeFacts;
  readonly names: NameFacts;
  readonly drafts: DraftFacts;
  /** The grammars that parse its samples; empty if no grammar is good enough. */
  readonly grammars: readonly SampleGrammar[];
}

/** Names of a kind of code after a fence. */
export interface FenceNames {
  /** The kind's name for readers. */
  readonly label: string;
  /** In lower case. */
  readonly names: readonly string[];
  /** Shiki's grammar for its colours, if it differs from the language's. */
  readonly highlighting?: string;
}

/** Built-in types of a language. In each list of basic types, the usual name is first. */
export interface TypeFacts {
  readonly text: readonly string[];
  /** Types of `true` and `false`: `bool`. */
  readonly boolean: readonly string[];
  readonly number: readonly string[];
  /** Names for no value: `null`, `void`. */
  readonly empty: readonly string[];
  /** Names that are never those of a documented object. They do not link to one. */
  readonly reserved: ReadonlySet<string>;
}

/** How code imports and defines names. Links from samples to the reference need this. */
export interface NameFacts {
  /** Words that begin an import at the start of a line. */
  readonly importWords: readonly string[];
  /** The import words that import all names of a package, such as C#'s `using`. */
  readonly wholeImportWords?: readonly string[];
  /** First words of packages that come with the language. */
  readonly platformPackages?: readonly string[];
  /** Types of the standard library. Without an import, such a name does not mean a documented object. */
  readonly platformTypes?: ReadonlySet<string>;
  /** Words that may precede a defining word: `abstract`. */
  readonly modifiers?: readonly string[];
  /** Words before the name of a type that is defined. */
  readonly definingWords: readonly string[];
  /** Words before the parameters of a function. */
  readonly functionWords: readonly string[];
  /** Whether a declaration has the type before the name: `Parcel parcel`. */
  readonly hasTypeBeforeName?: boolean;
}

/** How `stele new` drafts a declaration and a sample. */
export interface DraftFacts {
  readonly objectCasing: Casing;
  readonly methodCasing: Casing;
  /** The word before an object's name in its title: `class`. */
  readonly objectKeyword?: string;
  /** The usual name of a field with an id. */
  readonly idKey: string;
  /** Text that a sample must have before its first comment. */
  readonly sampleHead?: string;
}

/** Splits words into a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
