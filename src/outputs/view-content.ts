// The resolved model → all that the drawing side asks of a site: its views and its search index.

import type { Highlighter, ResolvedModel, SiteData } from '../compiler/model/index.ts';
import { listSearchRecords, viewSite } from './html/index.ts';
import { writeSearchIndex } from './search/index.ts';

/** Prepares the drawing of a compiled content folder. Views are made page by page, when they are asked for. */
export function viewContent(resolved: ResolvedModel, highlighter: Highlighter): SiteData {
  return {
    ...viewSite(resolved, highlighter),
    writeSearch: () => writeSearchIndex(listSearchRecords(resolved)),
  };
}
