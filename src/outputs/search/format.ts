// The files of the index, as JSON. Opening the search loads `_search/<language>.json`. The names of the other files
// have content hashes, so that a browser never mixes two builds. Only this folder writes and reads the files.

/** Increase it when the shape of a file changes. */
export const formatVersion = 1;

/** Symbols with the names of one language, and all pages. Numbers are indexes into the lists of this file. */
export interface SymbolFile {
  readonly version: number;
  readonly languages: readonly (readonly [id: string, label: string])[];
  readonly sections: readonly string[];
  readonly pages: readonly PageRow[];
  /** Names of fields in this language, the most frequent first. */
  readonly names: readonly string[];
  /** By name: the last part of the anchor; 0 if it equals the name. */
  readonly wires: readonly (string | 0)[];
  /** By name: spellings of other languages that differ in more than casing. */
  readonly aliases: Readonly<Record<number, readonly string[]>>;
  /** By page. */
  readonly symbols: readonly (readonly EntityRow[] | 0)[];
  /** Name of the file of texts. */
  readonly texts: string;
}

/** A page. `languages` is set only if some languages have no form of the page. */
export type PageRow = readonly [route: string, title: string, section: number, languages?: readonly number[]];

/** An entity. Zeros at the end of the row are left out. */
export type EntityRow = readonly [
  id: string,
  kind: 0 | 1,
  shown: string,
  key: string | 0,
  verb: string | 0,
  aliases: readonly string[] | 0,
  languages: readonly number[] | 0,
  ...lists: (FieldList | 0)[],
];

/** Lists of an entity, in the order of its row. */
export const listKinds = ['property', 'parameter', 'return'] as const;

export type ListKind = (typeof listKinds)[number];

/** The beginning of the anchors of an entity's fields. For methods, it contains the name of the list. */
export function baseOf(anchor: string, kind: ListKind): string {
  return kind === 'property' ? anchor : `${anchor}.${kind}s`;
}

export type FieldList = readonly FieldRow[];

/** A field: its name alone, or with further data. `anchor` is the part after the parent's anchor and a dot. */
export type FieldRow =
  number | readonly [name: number, children: FieldList | 0, anchor: string | 0, languages: readonly number[] | 0];

/** All words of the site, and the names of the files about them. */
export interface TextFile {
  /**
   * All words, sorted and front-coded: each is a capital letter for the number of characters that it shares with the
   * word before, then its other characters.
   */
  readonly words: string;
  /** Files of postings: name, and index of the file's first word. */
  readonly postings: readonly (readonly [file: string, first: number])[];
  /** Files of excerpts: name, and index of the file's first page. */
  readonly excerpts: readonly (readonly [file: string, first: number])[];
}

/** By word: its pages in ascending order. Each is `8 × step + weight`, with the step from the page before. */
export type PostingFile = readonly (readonly number[])[];

/** By page: its texts. */
export type ExcerptFile = readonly (readonly ExcerptRow[])[];

export type ExcerptRow = readonly [
  text: string,
  anchor?: string | 0,
  heading?: string | 0,
  languages?: readonly number[],
];
