// The public interface of `search`. At build time: search records → the files of an index. In the browser: a query →
// hits.

export {
  changeSearchIndex,
  makeSearchIndex,
  searchFolder,
  SearchIndexMaker,
  withoutLanguage,
  type SearchChanges,
  type SearchIndex,
} from './write-index.ts';
export { exactTitle, findPages, findTitles, type LoadFile, type PageHit } from './find-pages.ts';
export { findNearestSymbols, findSymbols, type SymbolHit, type SymbolHits } from './find-symbols.ts';
export { foldName } from './fold.ts';
export type { KeptSearch } from './kept-search.ts';
export type { SymbolFile, TextFile } from './format.ts';
export { quality } from './match-name.ts';
export { readSymbols, type IndexedSymbol, type SymbolIndex } from './read-symbols.ts';
export { readTexts, type TextIndex } from './read-texts.ts';
