// What `view` tells of a site for search: its pages, their texts, and the names of what they document, in every
// language at once. Plain text throughout; nothing here depends on how an index is stored.

import type { LanguageId } from './page.ts';
import type { LanguageView } from './view.ts';

export interface SearchRecords {
  /** In the site's order; the first is that of the default tree. */
  readonly languages: readonly LanguageView[];
  /** Titles of the header's sections, in order. */
  readonly sections: readonly string[];
  /** Pages that search may find, in route order. */
  readonly pages: readonly SearchPage[];
}

export interface SearchPage {
  readonly route: string;
  readonly title: string;
  /** Index in `sections`; absent outside of them. */
  readonly section?: number;
  /** Languages in which the page has a form; absent where every language has it. */
  readonly languages?: readonly LanguageId[];
  readonly texts: readonly SearchText[];
  /** What the page documents, entities at the top. */
  readonly symbols: readonly SearchSymbol[];
}

/** A stretch of text that a reader can be taken to. */
export interface SearchText {
  /** Absent: the page's beginning. */
  readonly anchor?: string;
  /** Words of the heading it stands under; absent for a row of a table, whose name depends on the language. */
  readonly heading?: string;
  readonly text: string;
  /** Languages that show it; absent where all of the page's do. */
  readonly languages?: readonly LanguageId[];
}

export type SymbolKind = 'object' | 'method' | 'property' | 'parameter' | 'return';

/** An entity or a row of its tables, with its name in each language that has it. */
export interface SearchSymbol {
  readonly anchor: string;
  readonly kind: SymbolKind;
  readonly names: ReadonlyMap<LanguageId, SymbolName>;
  readonly children: readonly SearchSymbol[];
}

export interface SymbolName {
  /** As the page writes it: `organization_id`, `sso.get_connection()`, `/connections/:id`. */
  readonly shown: string;
  /** The identifier, where that is another one: `get_connection`. */
  readonly key?: string;
  /** HTTP verb of a curl method. */
  readonly verb?: string | undefined;
}
