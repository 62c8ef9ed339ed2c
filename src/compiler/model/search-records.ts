// Records of a site for search: its pages, their texts, and the names of documented symbols, for all languages. All
// strings are plain text, and nothing depends on the format of the index.

import type { LanguageId } from './page.ts';
import type { LanguageView } from './view/index.ts';

export interface SearchRecords {
  /** In the site's order; the first is the language of the default tree. */
  readonly languages: readonly LanguageView[];
  /** Titles of the header's sections, in order. */
  readonly sections: readonly string[];
  /** Searchable pages, in route order. */
  readonly pages: readonly SearchPage[];
}

export interface SearchPage {
  readonly route: string;
  readonly title: string;
  /** Index in `sections`; absent for pages outside of all sections. */
  readonly section?: number;
  /** Languages in which the page exists; absent if it exists in all. */
  readonly languages?: readonly LanguageId[];
  readonly texts: readonly SearchText[];
  /** Documented symbols of the page, entities at the top level. */
  readonly symbols: readonly SearchSymbol[];
}

/** A text that a search result can link to. */
export interface SearchText {
  /** Absent at the page's beginning. */
  readonly anchor?: string;
  /** Text of the heading above; absent for a row of a table, whose name depends on the language. */
  readonly heading?: string;
  readonly text: string;
  /** Languages that show it; absent if all languages of the page do. */
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
  /** The name on the page: `organization_id`, `sso.get_connection()`, `/connections/:id`. */
  readonly shown: string;
  /** The identifier, if it differs: `get_connection`. */
  readonly key?: string;
  /** HTTP verb of a curl method. */
  readonly verb?: string | undefined;
}
