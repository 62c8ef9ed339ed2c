// Search records → the symbols of one language: names in its spelling, and other languages' spellings only if they
// differ in more than casing.

import type { LanguageId, SearchPage, SearchRecords, SymbolName } from '../../compiler/model/index.ts';
import { compareText } from '../../compiler/text/index.ts';
import { lastName } from './prepare-symbols.ts';
import type { Naming, PreparedEntity, PreparedField, PreparedSymbols } from './prepare-symbols.ts';
import {
  formatVersion,
  type EntityRow,
  type FieldList,
  type FieldRow,
  type PageRow,
  type SymbolFile,
} from './format.ts';

/** What the files of all languages have in common. */
export interface SymbolSite extends Pick<SearchRecords, 'languages' | 'sections'> {
  readonly rows: readonly PageRow[];
  readonly symbols: PreparedSymbols;
}

/**
 * Makes the file of one language.
 * @param language absent on a site without languages
 * @param texts name of the file of texts
 */
export function writeSymbols(
  { languages, sections, rows, symbols }: SymbolSite,
  language: LanguageId | undefined,
  texts: string,
): SymbolFile {
  const names = new NameTable(languages, symbols, language);
  return {
    version: formatVersion,
    languages: languages.map(({ id, label }) => [id, label] as const),
    sections,
    pages: rows,
    ...names.columns(),
    symbols: symbols.pages.map((entities) =>
      entities.length === 0 ? 0 : entities.map((entity) => names.entity(entity)),
    ),
    texts,
  };
}

/** The row of a page. */
export function pageRow(
  { route, title, section = -1, languages: own }: SearchPage,
  languages: SearchRecords['languages'],
): PageRow {
  const row = [route, title, section] as const;
  return own === undefined ? row : [...row, own.map((id) => languages.findIndex((language) => language.id === id))];
}

/** Indexes of the languages that have a symbol, if the language of the file lacks it; else 0. */
type Foreign = readonly number[] | 0;

/** The different combinations of a field's name, the last part of its anchor, and its other spellings. */
class NameTable {
  readonly #language: LanguageId | undefined;
  readonly #ids: readonly LanguageId[];
  readonly #symbols: PreparedSymbols;
  readonly #byNaming = new Map<Naming, { readonly index: number; readonly foreign: Foreign }>();
  readonly #rows: { name: string; wire: string; aliases: readonly string[] }[] = [];

  constructor(languages: SearchRecords['languages'], symbols: PreparedSymbols, language: LanguageId | undefined) {
    this.#language = language;
    this.#symbols = symbols;
    this.#ids = languages.map(({ id }) => id);
    const keys = new Map([...symbols.counts.keys()].map((naming) => [naming, this.#makeKey(naming)]));
    const counts = new Map<string, number>();
    for (const [naming, count] of symbols.counts) {
      const key = keys.get(naming)!;
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([key]) => key);
    const index = new Map(sorted.map((key, i) => [key, i]));
    for (const [naming, key] of keys)
      this.#byNaming.set(naming, { index: index.get(key)!, foreign: this.#foreign(naming) });
    for (const key of sorted) {
      const [name = '', wire = '', ...aliases] = key.split('\n');
      this.#rows.push({ name, wire, aliases });
    }
  }

  columns(): Pick<SymbolFile, 'names' | 'wires' | 'aliases'> {
    return {
      names: this.#rows.map(({ name }) => name),
      wires: this.#rows.map(({ name, wire }) => (name === wire ? 0 : wire)),
      aliases: Object.fromEntries(
        this.#rows.flatMap(({ aliases }, i) => (aliases.length > 0 ? [[i, aliases] as const] : [])),
      ),
    };
  }

  entity({ anchor, kind, verb, naming, lists }: PreparedEntity): EntityRow {
    const { shown, key } = this.#nameOf(naming);
    const own = [shown, key ?? shown, shown.startsWith('/') ? '' : lastName(shown)];
    const aliases = this.#symbols.others(naming, own);
    const row: EntityRow = [
      anchor,
      kind === 'object' ? 0 : 1,
      shown,
      key ?? 0,
      verb ?? 0,
      aliases.length > 0 ? aliases : 0,
      this.#foreign(naming),
      ...lists.map((fields) => (fields.length === 0 ? 0 : this.#fields(fields))),
    ];
    return row.slice(0, row.findLastIndex((part) => part !== 0) + 1) as unknown as EntityRow;
  }

  #fields(fields: readonly PreparedField[]): FieldList {
    return fields.map((field) => this.#field(field));
  }

  #field({ naming, anchor, children }: PreparedField): FieldRow {
    const { index, foreign } = this.#byNaming.get(naming)!;
    if (anchor === 0 && foreign === 0 && children.length === 0) return index;
    return [index, children.length > 0 ? this.#fields(children) : 0, anchor, foreign];
  }

  #foreign({ names }: Naming): Foreign {
    if (this.#language === undefined || names.has(this.#language)) return 0;
    return [...names.keys()].map((id) => this.#ids.indexOf(id));
  }

  #nameOf({ names }: Naming): SymbolName {
    return (this.#language === undefined ? undefined : names.get(this.#language)) ?? names.values().next().value!;
  }

  #makeKey(naming: Naming): string {
    const { shown } = this.#nameOf(naming);
    return [shown, naming.wire, ...this.#symbols.others(naming, [shown])].join('\n');
  }
}
