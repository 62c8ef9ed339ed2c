// What views were made from, for outputs that write the same page in another form. Views themselves are plain data, so
// that they can be sent to threads.

import type { CodeView, DeprecatedView, MarkdownText, RowView } from '../../compiler/model/index.ts';
import type { PanelCode } from './code/panel-code.ts';

/** The sources of the views of one site, as long as the views exist. */
export interface ViewSources {
  /** The descriptions of rows, and the replacements that deprecated rows and entities name. */
  readonly texts: WeakMap<RowView | DeprecatedView, MarkdownText>;
  /** The code before it was coloured. */
  readonly codes: WeakMap<CodeView, PanelCode>;
}

export function createSources(): ViewSources {
  return { texts: new WeakMap(), codes: new WeakMap() };
}
