// Symbols → what is the same in the files of all languages, made once. Most fields have the names of other fields.

import type { LanguageId, SearchSymbol, SymbolName } from '../../compiler/model/index.ts';
import { foldName } from './fold.ts';
import { baseOf, listKinds } from './format.ts';

/** The names of a symbol. Symbols with the same names share one. */
export interface Naming {
  readonly names: ReadonlyMap<LanguageId, SymbolName>;
  /** The last part of the anchor. */
  readonly wire: string;
  /**
   * The spellings that differ when folded, each with its folded form, in the order of languages. A spelling is the path
   * of a curl method, or the last name of a signature.
   */
  readonly spellings: readonly (readonly [text: string, folded: string])[];
}

export interface PreparedField {
  readonly naming: Naming;
  /** `FieldRow`'s part of the anchor. */
  readonly anchor: string | 0;
  readonly children: readonly PreparedField[];
}

export interface PreparedEntity {
  readonly anchor: string;
  readonly kind: SearchSymbol['kind'];
  /** HTTP verb of a curl method. */
  readonly verb: string | undefined;
  readonly naming: Naming;
  /** In the order of `listKinds`. */
  readonly lists: readonly (readonly PreparedField[])[];
}

/** Namings by their texts, as a tree. It is quicker than a map by one long text. */
interface Branch {
  readonly branches: Map<string, Branch>;
  naming: Naming | undefined;
}

function follow({ branches }: Branch, text: string): Branch {
  let next = branches.get(text);
  if (next === undefined) branches.set(text, (next = { branches: new Map(), naming: undefined }));
  return next;
}

/** Prepares the symbols of all pages. */
export class PreparedSymbols {
  /** By page. */
  readonly pages: (readonly PreparedEntity[])[] = [];
  /** The number of fields of each naming. */
  readonly counts = new Map<Naming, number>();
  readonly #namings: Branch = { branches: new Map(), naming: undefined };
  readonly #folds = new Map<string, string>();

  /** Adds a page. Its records are not kept. */
  add(symbols: readonly SearchSymbol[]): void {
    this.pages.push(symbols.map((symbol) => this.#entity(symbol)));
  }

  /** Folds a name. */
  fold(name: string): string {
    let folded = this.#folds.get(name);
    if (folded === undefined) this.#folds.set(name, (folded = foldName(name)));
    return folded;
  }

  /** Spellings whose folded forms differ from those of `own`. */
  others({ spellings }: Naming, own: readonly string[]): readonly string[] {
    // The spellings include this language's own. So if there is only one, there are no others.
    if (spellings.length < 2) return [];
    const folded = new Set(own.map((name) => this.fold(name)));
    return spellings.filter(([, fold]) => !folded.has(fold)).map(([text]) => text);
  }

  #entity(symbol: SearchSymbol): PreparedEntity {
    const lists = listKinds.map((kind) =>
      symbol.children
        .filter((child) => child.kind === kind)
        .map((child) => this.#field(child, baseOf(symbol.anchor, kind))),
    );
    const { anchor, kind, names } = symbol;
    const verb = [...names.values()].find((name) => name.verb !== undefined)?.verb;
    return { anchor, kind, verb, naming: this.#namingOf(symbol), lists };
  }

  #field(symbol: SearchSymbol, above: string): PreparedField {
    const naming = this.#namingOf(symbol);
    this.counts.set(naming, (this.counts.get(naming) ?? 0) + 1);
    const rest = symbol.anchor.startsWith(`${above}.`) ? symbol.anchor.slice(above.length + 1) : `#${symbol.anchor}`;
    return {
      naming,
      anchor: rest === naming.wire ? 0 : rest,
      children: symbol.children.map((child) => this.#field(child, symbol.anchor)),
    };
  }

  #namingOf({ names, anchor }: SearchSymbol): Naming {
    const wire = anchor.slice(anchor.lastIndexOf('.') + 1);
    let branch = follow(this.#namings, wire);
    for (const [id, { shown, key = shown }] of names) branch = follow(follow(follow(branch, id), shown), key);
    branch.naming ??= { names, wire, spellings: this.#spell(names) };
    return branch.naming;
  }

  #spell(names: ReadonlyMap<LanguageId, SymbolName>): Naming['spellings'] {
    const byFold = new Map<string, string>();
    for (const { shown, key } of names.values()) {
      for (const name of [key ?? shown, shown.startsWith('/') ? shown : lastName(shown)]) {
        const folded = this.fold(name);
        if (folded !== '' && !byFold.has(folded)) byFold.set(folded, name);
      }
    }
    return [...byFold].map(([folded, text]) => [text, folded]);
  }
}

/** The last name of a signature. */
export function lastName(shown: string): string {
  return shown.match(/[\p{L}\p{N}_]+/gu)?.at(-1) ?? shown;
}
