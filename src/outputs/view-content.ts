// The resolved model → the data that Astro and the templates need: views of pages and the search index.

import type { Highlighter, ResolvedModel, SiteData } from '../compiler/model/index.ts';
import { listSearchRecords, viewSite } from './html/index.ts';
import { writeSearchIndex } from './search/index.ts';

/** Prepares the data of a compiled content folder. Views are made page by page, on demand. */
export function viewContent(resolved: ResolvedModel, highlighter: Highlighter): SiteData {
  return {
    ...viewSite(resolved, highlighter),
    writeSearch: () => writeSearchIndex(listSearchRecords(resolved)),
  };
}
