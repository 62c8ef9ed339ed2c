// Search records → the symbols as one language sees them: names in its spelling, others only where casing does not
// lead from one to the other.

import type { LanguageId, SearchRecords, SearchSymbol, SymbolName } from '../model/index.ts';
import { foldName } from './fold.ts';
import { baseOf, formatVersion, listKinds, type EntityRow, type FieldList, type FieldRow, type ListKind, type PageRow, type SymbolFile } from './format.ts';

/** @param language absent on a site without languages */
export function writeSymbols(records: SearchRecords, language: LanguageId | undefined, texts: string): SymbolFile {
  const names = new NameTable(records, language);
  return {
    version: formatVersion,
    languages: records.languages.map(({ id, label }) => [id, label] as const),
    sections: records.sections,
    pages: listPages(records),
    ...names.columns(),
    symbols: records.pages.map(({ symbols }) => (symbols.length === 0 ? 0 : symbols.map((symbol) => names.entity(symbol)))),
    texts,
  };
}

function listPages({ pages, languages }: SearchRecords): readonly PageRow[] {
  return pages.map(({ route, title, section = -1, languages: own }) => {
    const row = [route, title, section] as const;
    return own === undefined ? row : [...row, own.map((id) => languages.findIndex((language) => language.id === id))];
  });
}

/** Names of fields with their anchors' last parts and spellings, each combination once. */
class NameTable {
  readonly #language: LanguageId | undefined;
  readonly #ids: readonly LanguageId[];
  readonly #index = new Map<string, number>();
  readonly #rows: { name: string; wire: string; aliases: readonly string[] }[] = [];

  constructor({ languages, pages }: SearchRecords, language: LanguageId | undefined) {
    this.#language = language;
    this.#ids = languages.map(({ id }) => id);
    const counts = new Map<string, number>();
    const count = (symbol: SearchSymbol): void => {
      const key = this.#keyOf(symbol);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      symbol.children.forEach(count);
    };
    for (const { symbols } of pages) for (const { children } of symbols) children.forEach(count);
    const keys = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
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
    const aliases = spellings(symbol, [shown, key ?? shown, shown.startsWith('/') ? '' : lastName(shown)]);
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
    const index = this.#index.get(this.#keyOf(symbol))!;
    const rest = symbol.anchor.startsWith(`${above}.`) ? symbol.anchor.slice(above.length + 1) : `#${symbol.anchor}`;
    const anchor = rest === wireOf(symbol) ? 0 : rest;
    const foreign = this.#foreign(symbol);
    const children = symbol.children.length > 0 ? this.#fields(symbol.children, symbol.anchor) : 0;
    return anchor === 0 && foreign === 0 && children === 0 ? index : [index, children, anchor, foreign];
  }

  /** Languages that have a symbol which this one lacks. */
  #foreign({ names }: SearchSymbol): readonly number[] | 0 {
    if (this.#language === undefined || names.has(this.#language)) return 0;
    return [...names.keys()].map((id) => this.#ids.indexOf(id));
  }

  #nameOf({ names }: SearchSymbol): SymbolName {
    return (this.#language === undefined ? undefined : names.get(this.#language)) ?? names.values().next().value!;
  }

  #keyOf(symbol: SearchSymbol): string {
    const { shown } = this.#nameOf(symbol);
    return [shown, wireOf(symbol), ...spellings(symbol, [shown])].join('\n');
  }
}

function wireOf({ anchor }: SearchSymbol): string {
  return anchor.slice(anchor.lastIndexOf('.') + 1);
}

/**
 * Spellings of all languages that fold to something else than the given ones; each fold once, in the order of languages.
 * Of what is shown, the path of a curl method, and the name at the end where it is not the key.
 */
function spellings({ names }: SearchSymbol, own: readonly string[]): readonly string[] {
  const folded = new Set(own.map(foldName)).add('');
  const all = [...names.values()].flatMap(({ shown, key }) => [key ?? shown, shown.startsWith('/') ? shown : lastName(shown)]);
  return all.filter((name) => !folded.has(foldName(name)) && folded.add(foldName(name)));
}

function lastName(shown: string): string {
  return /[\p{L}\p{N}_]+(?=[^\p{L}\p{N}_]*$)/u.exec(shown)?.[0] ?? shown;
}
