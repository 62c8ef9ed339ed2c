// The facts about a page that the parts of its twin need.

import type { CodeView, DeprecatedView, RowView, TwinCode, TwinWords } from '../../compiler/model/index.ts';

export interface PageContext {
  readonly words: TwinWords;
  /** Label of the page's language; `''` on a site without languages. */
  readonly language: string;
  /** The target of a view's `href`. */
  readonly hrefOf: (href: string) => string;
  /** Markdown of a description, or of the replacement that a deprecation names; `''` if there is none. */
  readonly textOf: (view: RowView | DeprecatedView) => string;
  readonly codeOf: (view: CodeView) => TwinCode | undefined;
}
