// Public interface of the outputs that Astro draws: the resolved model → the data of a site.

export { listAnswers, type SiteAnswers } from './answers/index.ts';
export {
  CodeLinker,
  listCards,
  listAddresses,
  listChangedTrees,
  listCode,
  listFenceGrammars,
  listSampleCode,
  type ChangedTree,
} from './html/index.ts';
export { viewContent } from './view-content.ts';
export { changeHostFiles, changeLists, changeSearch, listCodeOf, type ListChanges } from './view-edited.ts';
export { hasOtherCode, isListedTheSame, isSeenTheSame, listChangedCards } from './compare-edited.ts';
export type { SearchChanges } from './search/index.ts';
