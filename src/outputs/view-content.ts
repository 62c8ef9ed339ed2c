// The resolved model → the data that Astro and the templates need: views of pages, their Markdown twins, and the search
// index.

import type {
  Address,
  Highlighter,
  MarkdownForm,
  ResolvedModel,
  ResolvedPage,
  SiteData,
} from '../compiler/model/index.ts';
import { pageDataName } from '../compiler/source/index.ts';
import { writeAgentFiles, writeFullTexts, writePageJson } from './agents/index.ts';
import {
  type CodeLinker,
  createSources,
  listSearchParts,
  listSearchRecords,
  twinPaths,
  viewSite,
} from './html/index.ts';
import { TwinMaker, TwinWriter } from './markdown/index.ts';
import { makeSearchIndex, type SearchIndex } from './search/index.ts';

/**
 * Prepares the data of a compiled content folder. Views are made page by page, on demand.
 * @param forms Markdown forms of the site's own components, by their names
 * @param only the routes whose pages are drawn, if other pages and files of the site stay as they are; absent for all
 * @param linker of the site, which its answers may share
 */
export function viewContent(
  resolved: ResolvedModel,
  highlighter: Highlighter,
  forms: ReadonlyMap<string, MarkdownForm> = new Map(),
  only?: readonly string[],
  linker?: CodeLinker,
): SiteData {
  const { outputs, languages } = resolved.site;
  const sources = createSources();
  const site = viewSite(resolved, highlighter, sources, only, linker);
  let search: SearchIndex | undefined;
  const lists = [...new Set(site.lists.map(({ route }) => route))];
  const maker = new TwinMaker(resolved, sources, lists, forms);
  const writer = new TwinWriter(maker.settings);
  const writePageData: SiteData['writePageData'] = (address) => {
    const page = dataOf(resolved, address);
    return new Map(page && [[pageDataName(page.route), writePageJson(page, resolved.site)]]);
  };
  return {
    ...site,
    twinsOf: (address) => [
      ...twinPaths(address, outputs.markdown),
      ...(dataOf(resolved, address) ? [pageDataName(address.route)] : []),
    ],
    twinSettings: maker.settings,
    sourceOfTwins: (view, words) => (outputs.markdown === 'off' ? undefined : maker.sourceOf(view, words)),
    writePageData,
    writeTwins: (view, words) => {
      const twins = outputs.markdown === 'off' ? [] : writer.write(view, maker.sourceOf(view, words), words);
      return new Map([...twins, ...writePageData(view.address)]);
    },
    writeAgentFiles: (sha256) => writeAgentFiles(resolved, sha256),
    fullTexts: outputs.llms && outputs.markdown !== 'off' ? [undefined, ...languages.map(({ id }) => id)] : [],
    writeFullTexts: (language, readTwin) => writeFullTexts(resolved, language, readTwin),
    listSearchParts: () => listSearchParts(resolved),
    writeSearch: () => (search = makeSearchIndex(listSearchRecords(resolved))).files,
    keptSearch: () => search?.kept,
  };
}

/** The page whose data stands beside an address: in the default tree, since it is the same in all. */
function dataOf({ site, pages }: ResolvedModel, { route, language }: Address): ResolvedPage | undefined {
  return site.outputs.json && language === undefined ? pages.get(route) : undefined;
}
