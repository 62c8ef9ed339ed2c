// What the Markdown twins of pages are written from besides views: plain data, so that threads can send it.

import type { Outputs } from '../site.ts';
import type { CodeView } from './code.ts';
import type { DeprecatedView, RowView } from './tables.ts';

/** What the twins of all pages of a site need. */
export interface TwinSettings {
  /** How the site names its twins. */
  readonly files: Outputs['markdown'];
  readonly title: string;
  /** Public address of the site, with `/` at its end. */
  readonly url: string | undefined;
  /** Whether twins link to `llms.txt`. */
  readonly hasList: boolean;
  /** Routes of the pages that have a twin. */
  readonly routes: ReadonlySet<string>;
  /** Ids of the site's languages, the names of their trees. */
  readonly languages: ReadonlySet<string>;
}

/** What the twin of one view needs. Several views share parts of it. */
export interface TwinSource {
  /** Absent on generated pages. */
  readonly page: TwinPage | undefined;
  /** Markdown of descriptions, and of the replacements that deprecations name. */
  readonly texts: ReadonlyMap<RowView | DeprecatedView, TwinText>;
  readonly codes: ReadonlyMap<CodeView, TwinCode>;
}

/** What is the same in the twins of a page in all languages. */
export interface TwinPage {
  /** Ids of its entities. */
  readonly entities: readonly string[];
  /** Markdown of its body, with slots for what depends on the language; `''` if it has none. */
  readonly body: string;
}

/** An object, so that a text that several views share is sent to a thread once. */
export interface TwinText {
  readonly markdown: string;
}

/** A code as twins show it. */
export interface TwinCode {
  readonly text: string;
  /** The name behind the fence. */
  readonly name: string;
}
