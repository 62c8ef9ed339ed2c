// Search records → the symbols of one language: names in its spelling, and other languages' spellings only if they
// differ in more than casing.

import type { LanguageId, SearchRecords, SearchSymbol, SymbolName } from '../../compiler/model/index.ts';
import { compareText } from '../../compiler/text/index.ts';
import { foldName } from './fold.ts';
import {
  baseOf,
  formatVersion,
  listKinds,
  type EntityRow,
  type FieldList,
  type FieldRow,
  type ListKind,
  type PageRow,
  type SymbolFile,
} from './format.ts';

/**
 * The spellings of a symbol that differ when folded, each with its folded form. They are the same for every language.
 */
type Spellings = ReadonlyMap<SearchSymbol, readonly (readonly [text: string, folded: string])[]>;

/**
 * Prepares the data that the files of all languages share.
 * @returns a function that makes the file of one language; `language` is absent on a site without languages
 */
export function prepareSymbols(
  records: SearchRecords,
  texts: string,
): (language: LanguageId | undefined) => SymbolFile {
  const spellings = spellAll(records);
  return (language) => writeSymbols(records, spellings, language, texts);
}

function writeSymbols(
  records: SearchRecords,
  spellings: Spellings,
  language: LanguageId | undefined,
  texts: string,
): SymbolFile {
  const names = new NameTable(records, spellings, language);
  return {
    version: formatVersion,
    languages: records.languages.map(({ id, label }) => [id, label] as const),
    sections: records.sections,
    pages: listPages(records),
    ...names.columns(),
    symbols: records.pages.map(({ symbols }) =>
      symbols.length === 0 ? 0 : symbols.map((symbol) => names.entity(symbol)),
    ),
    texts,
  };
}

function listPages({ pages, languages }: SearchRecords): readonly PageRow[] {
  return pages.map(({ route, title, section = -1, languages: own }) => {
    const row = [route, title, section] as const;
    return own === undefined ? row : [...row, own.map((id) => languages.findIndex((language) => language.id === id))];
  });
}

/** The different combinations of a field's name, the last part of its anchor, and its other spellings. */
class NameTable {
  readonly #language: LanguageId | undefined;
  readonly #ids: readonly LanguageId[];
  readonly #spellings: Spellings;
  readonly #keys = new Map<SearchSymbol, string>();
  readonly #index = new Map<string, number>();
  readonly #rows: { name: string; wire: string; aliases: readonly string[] }[] = [];

  constructor({ languages, pages }: SearchRecords, spellings: Spellings, language: LanguageId | undefined) {
    this.#language = language;
    this.#spellings = spellings;
    this.#ids = languages.map(({ id }) => id);
    const counts = new Map<string, number>();
    const count = (symbol: SearchSymbol): void => {
      const key = this.#makeKey(symbol);
      this.#keys.set(symbol, key);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      symbol.children.forEach(count);
    };
    for (const { symbols } of pages) for (const { children } of symbols) children.forEach(count);
    const keys = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([key]) => key);
    keys.forEach((key, i) => {
      const [name = '', wire = '', ...aliases] = key.split('\n');
      this.#index.set(key, i);
      this.#rows.push({ name, wire, aliases });
    });
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

  entity(symbol: SearchSymbol): EntityRow {
    const { shown, key } = this.#nameOf(symbol);
    const verb = [...symbol.names.values()].find((name) => name.verb !== undefined)?.verb;
    const aliases = this.#others(symbol, [shown, key ?? shown, shown.startsWith('/') ? '' : lastName(shown)]);
    const row: EntityRow = [
      symbol.anchor,
      symbol.kind === 'object' ? 0 : 1,
      shown,
      key ?? 0,
      verb ?? 0,
      aliases.length > 0 ? aliases : 0,
      this.#foreign(symbol),
      ...listKinds.map((kind) => this.#list(symbol, kind)),
    ];
    return row.slice(0, row.findLastIndex((part) => part !== 0) + 1) as unknown as EntityRow;
  }

  #list({ anchor, children }: SearchSymbol, kind: ListKind): FieldList | 0 {
    const fields = children.filter((child) => child.kind === kind);
    return fields.length === 0 ? 0 : this.#fields(fields, baseOf(anchor, kind));
  }

  #fields(symbols: readonly SearchSymbol[], above: string): FieldList {
    return symbols.map((symbol) => this.#field(symbol, above));
  }

  #field(symbol: SearchSymbol, above: string): FieldRow {
    const index = this.#index.get(this.#keys.get(symbol)!)!;
    const rest = symbol.anchor.startsWith(`${above}.`) ? symbol.anchor.slice(above.length + 1) : `#${symbol.anchor}`;
    const anchor = rest === wireOf(symbol) ? 0 : rest;
    const foreign = this.#foreign(symbol);
    const children = symbol.children.length > 0 ? this.#fields(symbol.children, symbol.anchor) : 0;
    return anchor === 0 && foreign === 0 && children === 0 ? index : [index, children, anchor, foreign];
  }

  /** Indexes of the languages that have a symbol, if this language lacks it; else 0. */
  #foreign({ names }: SearchSymbol): readonly number[] | 0 {
    if (this.#language === undefined || names.has(this.#language)) return 0;
    return [...names.keys()].map((id) => this.#ids.indexOf(id));
  }

  #nameOf({ names }: SearchSymbol): SymbolName {
    return (this.#language === undefined ? undefined : names.get(this.#language)) ?? names.values().next().value!;
  }

  #makeKey(symbol: SearchSymbol): string {
    const { shown } = this.#nameOf(symbol);
    return [shown, wireOf(symbol), ...this.#others(symbol, [shown])].join('\n');
  }

  /** Spellings whose folded forms differ from those of `own`. */
  #others(symbol: SearchSymbol, own: readonly string[]): readonly string[] {
    const all = this.#spellings.get(symbol)!;
    // The spellings include this language's own. So if there is only one, there are no others.
    if (all.length < 2) return [];
    const folded = new Set(own.map(foldName));
    return all.filter(([, fold]) => !folded.has(fold)).map(([text]) => text);
  }
}

function wireOf({ anchor }: SearchSymbol): string {
  return anchor.slice(anchor.lastIndexOf('.') + 1);
}

/**
 * Lists the spellings of all symbols, in the order of languages. A spelling is the path of a curl method, or the last
 * name of a signature.
 */
function spellAll({ pages }: SearchRecords): Spellings {
  const spellings = new Map<SearchSymbol, readonly (readonly [string, string])[]>();
  const folds = new Map<string, string>();
  const fold = (name: string): string => {
    const folded = folds.get(name) ?? foldName(name);
    folds.set(name, folded);
    return folded;
  };
  const visit = (symbol: SearchSymbol): void => {
    const byFold = new Map<string, string>();
    for (const { shown, key } of symbol.names.values()) {
      for (const name of [key ?? shown, shown.startsWith('/') ? shown : lastName(shown)]) {
        if (fold(name) !== '' && !byFold.has(fold(name))) byFold.set(fold(name), name);
      }
    }
    spellings.set(
      symbol,
      [...byFold].map(([folded, text]) => [text, folded]),
    );
    symbol.children.forEach(visit);
  };
  for (const { symbols } of pages) symbols.forEach(visit);
  return spellings;
}

function lastName(shown: string): string {
  return shown.match(/[\p{L}\p{N}_]+/gu)?.at(-1) ?? shown;
}
