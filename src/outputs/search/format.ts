// The files of the index, as JSON. `_search/<language>.json` is what opening the search loads; it names the rest by
// content, so that a browser never mixes two builds. Written and read in this folder only.

/** Raised when the shape of a file changes. */
export const formatVersion = 1;

/** Symbols as one language's readers see them, with all pages. Numbers are indexes of the lists beside them. */
export interface SymbolFile {
  readonly version: number;
  readonly languages: readonly (readonly [id: string, label: string])[];
  readonly sections: readonly string[];
  readonly pages: readonly PageRow[];
  /** Names of fields, the most frequent first: as this language writes them. */
  readonly names: readonly string[];
  /** Last part of the anchor, by name; 0 where it is the name itself. */
  readonly wires: readonly (string | 0)[];
  /** Spellings of other languages that differ by more than casing, by name. */
  readonly aliases: Readonly<Record<number, readonly string[]>>;
  /** By page. */
  readonly symbols: readonly (readonly EntityRow[] | 0)[];
  /** Name of the file of texts. */
  readonly texts: string;
}

/** `languages` only where some have no form of the page. */
export type PageRow = readonly [route: string, title: string, section: number, languages?: readonly number[]];

/** Of parts at the end those that are 0 are left out. */
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

/** Where the anchors of an entity's fields begin: those of methods name the list. */
export function baseOf(anchor: string, kind: ListKind): string {
  return kind === 'property' ? anchor : `${anchor}.${kind}s`;
}

export type FieldList = readonly FieldRow[];

/** A name, or a name with what is particular: `anchor` is the rest behind the parent's anchor and a dot. */
export type FieldRow =
  number | readonly [name: number, children: FieldList | 0, anchor: string | 0, languages: readonly number[] | 0];

/** All words of the site, and where to find the rest. */
export interface TextFile {
  /** Sorted; each as a capital for the characters shared with the one before, then the others. */
  readonly words: string;
  /** Files of postings: name, and index of the first word. */
  readonly postings: readonly (readonly [file: string, first: number])[];
  /** Files of excerpts: name, and index of the first page. */
  readonly excerpts: readonly (readonly [file: string, first: number])[];
}

/** By word, counted from the file's first: pages in ascending order, each as `8 × step + weight`. */
export type PostingFile = readonly (readonly number[])[];

/** By page, counted from the file's first. */
export type ExcerptFile = readonly (readonly ExcerptRow[])[];

export type ExcerptRow = readonly [
  text: string,
  anchor?: string | 0,
  heading?: string | 0,
  languages?: readonly number[],
];
