// Public interface of `site` for other rooms: the words of the interface, the tree beside a page, and the search of the
// pages. Templates are loaded by their paths.

export { IndexLoader } from './client/search/load-index.ts';
export { runSearch, type SearchResult } from './client/search/run-search.ts';
export { drawTree } from './components/draw-tree.ts';
export { wordsIn } from './strings/words-in.ts';
