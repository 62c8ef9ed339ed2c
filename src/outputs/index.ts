// Public interface of the outputs that Astro draws: the resolved model → the data of a site.

export { listAnswers, type SiteAnswers } from './answers/index.ts';
export {
  listCards,
  listAddresses,
  listChangedTrees,
  listCode,
  listSampleCode,
  type ChangedTree,
} from './html/index.ts';
export { viewContent } from './view-content.ts';
export { changeSearch, isListedTheSame, listCodeOf } from './view-edited.ts';
export type { SearchChanges } from './search/index.ts';
