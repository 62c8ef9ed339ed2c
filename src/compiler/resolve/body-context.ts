// The context for resolving the parts of a body: their page and the site.

import type { Node } from 'mdast';
import type { Report } from '../diagnostics/index.ts';
import type { LanguageId, Page, ContentModel } from '../model/index.ts';

/** The page of a body, and the functions that report findings. */
export interface BodyContext {
  readonly model: ContentModel;
  readonly page: Page;
  readonly entityIds: readonly string[];
  /** The anchors of entities, rows and headings of the page. Collected on each call. */
  anchors(): ReadonlySet<string>;
  /** Languages in which the page shows its body. */
  readonly languages: readonly LanguageId[];
  /** Expressions that are annotations of headings. */
  readonly annotations: ReadonlySet<Node>;
  readonly report: Report;
  /** Reports that the content folder has no samples, once per site. */
  readonly reportNoSamples: () => void;
}
