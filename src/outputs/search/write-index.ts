// Search records → the files of the index. Equal records give equal bytes.

import type { SearchPage, SearchRecords } from '../../compiler/model/index.ts';
import { replaceOnce } from '../../compiler/text/index.ts';
import type { ExcerptFile, PageRow, TextFile } from './format.ts';
import { changeTable, keepSearch, pagesOf, readTable, TableMaker, type KeptSearch } from './kept-search.ts';
import { PreparedSymbols } from './prepare-symbols.ts';
import { WordSplitter } from './word-splitter.ts';
import { pageRow, writeSymbols, type SymbolSite } from './write-symbols.ts';
import { countPage, excerptsOf, writeExcerpts, writeTexts } from './write-texts.ts';

/** Folder of the index, below the top of the output. */
export const searchFolder = '_search';

/** Name of the file of symbols on a site without languages. On other sites, it is a language's id. */
export const withoutLanguage = 'all';

/** The files of the index, and what the next build can make its files from. */
export interface SearchIndex {
  /** JSON by path from the top of the output. */
  readonly files: ReadonlyMap<string, string>;
  readonly kept: KeptSearch;
}

/** Makes the files of the index. */
export function makeSearchIndex(records: SearchRecords): SearchIndex {
  const maker = new SearchIndexMaker(records);
  maker.add(records.pages);
  return maker.finish();
}

/** Makes an index of pages that come in parts. Of their records it keeps only what the files need. */
export class SearchIndexMaker {
  readonly #site: Pick<SearchRecords, 'languages' | 'sections'>;
  readonly #splitter = new WordSplitter();
  readonly #table = new TableMaker();
  /** By page: its excerpts as JSON. */
  readonly #excerpts: string[] = [];
  readonly #rows: PageRow[] = [];
  readonly #symbols = new PreparedSymbols();

  /** @param site the languages and sections that all parts have */
  constructor({ languages, sections }: Pick<SearchRecords, 'languages' | 'sections'>) {
    this.#site = { languages, sections };
  }

  /** Adds pages, in the order of the index. */
  add(pages: readonly SearchPage[]): void {
    for (const page of pages) {
      const excerpts = writeExcerpts(page, this.#site);
      this.#excerpts.push(excerpts);
      this.#table.add(countPage(page, excerpts, this.#splitter));
      this.#rows.push(pageRow(page, this.#site.languages));
      this.#symbols.add(page.symbols);
    }
  }

  /** Makes the files. Call it once, after all pages. */
  finish(): SearchIndex {
    const { files, addFile, addText } = collectFiles();
    const table = this.#table.make();
    const file = writeTexts(table, addFile, (first, end) =>
      addText('pages', `[${this.#excerpts.slice(first, end).join(',')}]`),
    );
    const texts = addFile('texts', file);
    const { languages } = this.#site;
    const ids = languages.length > 0 ? languages.map(({ id }) => id) : [undefined];
    const site: SymbolSite = { ...this.#site, rows: this.#rows, symbols: this.#symbols };
    for (const id of ids) files.set(symbolsPath(id), JSON.stringify(writeSymbols(site, id, texts)));
    return {
      files,
      kept: keepSearch(table, {
        routes: this.#rows.map(([route]) => route),
        symbols: ids.map(symbolsPath),
        texts: { name: texts, file },
      }),
    };
  }
}

function symbolsPath(id: string | undefined): string {
  return `${searchFolder}/${id ?? withoutLanguage}.json`;
}

/** The changes of an index. */
export interface SearchChanges {
  /** New and changed files: JSON by path from the top of the output. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of files that are no longer part of the index. */
  readonly removed: readonly string[];
  readonly kept: KeptSearch;
}

/** The record of an edited page. */
export interface EditedRecord extends SearchPage {
  /** Its title before the edit. */
  readonly lastTitle: string;
}

/**
 * Changes the files of an index after edits of pages that left all symbols as they are.
 * @param pages the records of the edited pages
 * @param languages the languages of the site
 * @param readFile reads a file of the index by its path from the top of the output
 */
export function changeSearchIndex(
  kept: KeptSearch,
  pages: readonly EditedRecord[],
  languages: SearchRecords['languages'],
  readFile: (path: string) => string,
): SearchChanges {
  const edited = new Map(pages.map((page) => [kept.routes.indexOf(page.route), page]));
  // Pages that the navigation excludes from search.
  edited.delete(-1);
  if (edited.size === 0) return { files: new Map(), removed: [], kept };
  const { files, addFile } = collectFiles();
  const counts = new Map([...edited].map(([i, page]) => [i, countPage(page, writeExcerpts(page, { languages }))]));
  const table = changeTable(readTable(kept), counts);
  const old = kept.texts.file.excerpts;
  const startOf = (i: number): number => old[i]?.[1] ?? pagesOf(table);
  const rows = new Map<number, ExcerptFile>();
  const rowOf = (page: number): ExcerptFile[number] => {
    const own = edited.get(page);
    if (own !== undefined) return excerptsOf(own, { languages });
    const group = old.findLastIndex(([, first]) => first <= page);
    const known = rows.get(group) ?? (JSON.parse(readFile(`${searchFolder}/${old[group]![0]}`)) as ExcerptFile);
    rows.set(group, known);
    return known[page - old[group]![1]]!;
  };
  const addExcerpts = (first: number, end: number): string => {
    const same = old.findIndex(([, start], i) => start === first && startOf(i + 1) === end);
    const hasEdited = [...edited.keys()].some((page) => page >= first && page < end);
    if (same >= 0 && !hasEdited) return old[same]![0];
    return addFile(
      'pages',
      Array.from({ length: end - first }, (_, i) => rowOf(first + i)),
    );
  };
  const file = writeTexts(table, addFile, addExcerpts);
  const texts = addFile('texts', file);
  const renamed = [...edited.values()].filter(({ title, lastTitle }) => title !== lastTitle);
  if (texts !== kept.texts.name || renamed.length > 0) {
    for (const path of kept.symbols) {
      const symbols = renamed.reduce((json, page) => renamePage(json, page, languages), readFile(path));
      files.set(path, renameTexts(symbols, kept.texts.name, texts));
    }
  }
  const now = namesIn(file, texts);
  return {
    files,
    removed: [...namesIn(kept.texts.file, kept.texts.name)].filter((path) => !now.has(path)),
    kept: keepSearch(table, { ...kept, texts: { name: texts, file } }),
  };
}

/** The file of texts is the last entry of a file of symbols. */
function renameTexts(json: string, from: string, to: string): string {
  const end = `${JSON.stringify(from)}}`;
  if (!json.endsWith(end)) throw new Error(`A file of symbols does not end with ${end}`);
  return `${json.slice(0, -end.length)}${JSON.stringify(to)}}`;
}

/** Changes the title in the row of a page. Nothing else in a file of symbols begins with two texts and a number. */
function renamePage(json: string, page: EditedRecord, languages: SearchRecords['languages']): string {
  const [old, now] = [{ ...page, title: page.lastTitle }, page].map((each) => JSON.stringify(pageRow(each, languages)));
  return replaceOnce(json, old!, now!);
}

/** Paths of the files of texts. */
function namesIn({ postings, excerpts }: TextFile, texts: string): ReadonlySet<string> {
  return new Set([texts, ...[...postings, ...excerpts].map(([name]) => name)].map((name) => `${searchFolder}/${name}`));
}

interface CollectedFiles {
  readonly files: Map<string, string>;
  /** Adds a file with a value as JSON, and returns its name. */
  readonly addFile: (kind: string, content: unknown) => string;
  /** Adds a file with a text. */
  readonly addText: (kind: string, text: string) => string;
}

function collectFiles(): CollectedFiles {
  const files = new Map<string, string>();
  const addText = (kind: string, text: string): string => {
    const name = `${kind}.${hashOf(text)}.json`;
    files.set(`${searchFolder}/${name}`, text);
    return name;
  };
  return { files, addText, addFile: (kind, content) => addText(kind, JSON.stringify(content)) };
}

/**
 * A hash of ten characters (FNV-1a from two seeds, 26 bits of each). It is not cryptographic. A processor makes both at
 * the same time if they are in one loop.
 */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193);
  }
  return [a, b].map((hash) => (hash >>> 0).toString(36).padStart(7, '0').slice(-5)).join('');
}
