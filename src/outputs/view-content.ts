// The resolved model → the data that Astro and the templates need: views of pages, their Markdown twins, and the search
// index.

import type { Highlighter, ResolvedModel, SiteData } from '../compiler/model/index.ts';
import { createSources, listSearchRecords, twinPaths, viewSite } from './html/index.ts';
import { TwinMaker } from './markdown/index.ts';
import { writeSearchIndex } from './search/index.ts';

/** Prepares the data of a compiled content folder. Views are made page by page, on demand. */
export function viewContent(resolved: ResolvedModel, highlighter: Highlighter): SiteData {
  const sources = createSources();
  const site = viewSite(resolved, highlighter, sources);
  const lists = [...new Set(site.lists.map(({ route }) => route))];
  const maker = new TwinMaker(resolved, sources, lists);
  return {
    ...site,
    twinsOf: (address) => twinPaths(address, resolved.site.outputs.markdown),
    writeTwins: (view, words) => maker.write(view, words),
    writeSearch: () => writeSearchIndex(listSearchRecords(resolved)),
  };
}
