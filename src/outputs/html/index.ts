// Public interface of `outputs/html`: the resolved model → views that templates draw.

export { filePath, listAddresses, pathOf, wayUp } from './addresses.ts';
export { findCard, listCards } from './head/view-cards.ts';
export { routeLine, routesFile } from './head/view-host-files.ts';
export { pageTitle } from './page-title.ts';
export { listSymbols } from './search-records/search-symbols.ts';
export { listSearchParts, listSearchRecords, viewSearchPage } from './search-records/search-records.ts';
export { BranchWords, type LinkWords } from './navigation/describe-branch.ts';
export { listChangedTrees, type ChangedTree } from './navigation/page-navigation.ts';
export { SiteNavigation } from './navigation/view-navigation.ts';
export { CodeLinker } from './code-links/code-linker.ts';
export { describeLinkable } from './code-links/describe-linkable.ts';
export { SampleLinks } from './code-links/sample-links.ts';
export { dependsOnLanguage, describePage } from './head/view-head.ts';
export { listFenceGrammars } from './code/code-formats.ts';
export { listCode, listSampleCode } from './code/panel-code.ts';
export { fenceName } from './code/code-formats.ts';
export { codeTextOf, type PanelCode } from './code/panel-code.ts';
export { createSources, type ViewSources } from './view-sources.ts';
export { decideText } from './prose/decide-text.ts';
export { decideTree, type AssetUse } from './prose/decide-tree.ts';
export { propsOf, type JsxNode } from './prose/jsx-nodes.ts';
export { smartenTree } from './prose/smart-marks/smarten.ts';
export { customName, viewBody } from './prose/view-body.ts';
export { twinPaths, type TwinFiles } from './twin-paths.ts';
export { viewSite } from './view-site.ts';
