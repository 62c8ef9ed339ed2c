// What the parts of a body are resolved with: the page they stand on and the site around it.

import type { Node } from 'mdast';
import type { Report } from '../diagnostics/index.ts';
import type { LanguageId, Page, ContentModel } from '../model/index.ts';

/** What a body needs to know of its page. */
export interface BodyContext {
  readonly model: ContentModel;
  readonly page: Page;
  readonly entityIds: readonly string[];
  /** Anchors that the page has: of entities, rows and headings. Collected when it is called. */
  anchors(): ReadonlySet<string>;
  /** Languages in which the page shows its body. */
  readonly languages: readonly LanguageId[];
  /** Expressions that say something about their heading. */
  readonly annotations: ReadonlySet<Node>;
  readonly report: Report;
  /** Reports once per site that the content folder has no samples. */
  readonly reportNoSamples: () => void;
}
