// A type in the notation of a language → its alternatives, in one notation for all languages. What the notation does
// not explain is undefined: the comparison then says that the relation is unknown.

import { findLanguage } from '../../compiler/languages/index.ts';

/** One alternative of a type. */
export type Alternative =
  | { readonly kind: 'literal'; readonly value: string; readonly isText: boolean }
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly TypeTree[] };

/** The alternatives of a type: a value has one of them. */
export type TypeTree = readonly Alternative[];

/** Names of families, in place of the names that each language has for them. */
export const families = { text: '#text', boolean: '#boolean', empty: '#null', list: '#list', map: '#map', any: '#any' };

const lists = new Set([
  ...'array list arraylist set slice vec vector sequence iterable collection'.split(' '),
  ...'ienumerable ilist ireadonlylist icollection hashset'.split(' '),
]);
const maps = new Set('map dict hash record hashmap dictionary idictionary mapping object<>'.split(' '));
const anything = new Set(['any', 'unknown', 'mixed', 'dynamic', 'interface{}', 'typing.any']);
const optionals = new Set(['optional', 'nullable', 'option', 'maybe']);

const textToken = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.source;
const numberToken = /-?\d+(?:\.\d+)?/.source;
const nameToken = /[A-Za-z_$][\w$]*(?:(?:\.|::|\\)[A-Za-z_$][\w$]*)*/.source;
const signToken = /\[\]|\{\}|\.\.\./.source;
const tokenPattern = new RegExp(`\\s*(?:(${textToken})|(${numberToken})|(${signToken}|${nameToken}|[^\\s\\w]))`, 'y');

/** Longer types are not read. */
const maxLength = 2_000;
const maxDepth = 16;

/** @returns undefined if the notation is not understood */
export function parseType(text: string, language: string): TypeTree | undefined {
  if (text.length > maxLength) return undefined;
  const tokens = tokenise(text);
  return tokens && new TypeParser(tokens, language).parse();
}

function tokenise(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (match === null) return undefined;
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

class NotUnderstood extends Error {}

class TypeParser {
  readonly #tokens: readonly string[];
  readonly #language: string;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[], language: string) {
    this.#tokens = tokens;
    this.#language = language;
  }

  parse(): TypeTree | undefined {
    try {
      const tree = this.#union();
      return this.#at === this.#tokens.length ? tree : undefined;
    } catch (error) {
      if (error instanceof NotUnderstood) return undefined;
      throw error;
    }
  }

  get #next(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(token: string): boolean {
    if (this.#next !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new NotUnderstood();
  }

  #union(): TypeTree {
    if (++this.#depth > maxDepth) throw new NotUnderstood();
    this.#take('|');
    let all = this.#suffixed();
    while (this.#take('|') || this.#take('or')) all = [...all, ...this.#suffixed()];
    this.#depth--;
    return unique(all);
  }

  #suffixed(): TypeTree {
    let tree = this.#prefixed();
    for (;;) {
      if (this.#take('[]')) tree = [{ kind: 'name', name: families.list, args: [tree] }];
      else if (this.#take('?')) tree = withNull(tree);
      else if (this.#take('*') || this.#take('!')) continue;
      else return tree;
    }
  }

  #prefixed(): TypeTree {
    if (this.#take('[]')) return [{ kind: 'name', name: families.list, args: [this.#prefixed()] }];
    if (this.#take('*') || this.#take('&') || this.#take('...')) return this.#prefixed();
    if (this.#take('?')) return withNull(this.#prefixed());
    if (this.#take('(')) {
      const inner = this.#union();
      this.#expect(')');
      return inner;
    }
    if (this.#take('[')) {
      const inner = this.#union();
      this.#expect(']');
      return [{ kind: 'name', name: families.list, args: [inner] }];
    }
    return this.#atom();
  }

  #atom(): TypeTree {
    const token = this.#next;
    if (token === undefined) throw new NotUnderstood();
    this.#at++;
    const quoted = /^(["'])(.*)\1$/s.exec(token)?.[2];
    if (quoted !== undefined) return [{ kind: 'literal', value: quoted, isText: true }];
    if (/^-?\d/.test(token) || token === 'true' || token === 'false')
      return [{ kind: 'literal', value: token, isText: false }];
    if (!/^[A-Za-z_$]/.test(token)) throw new NotUnderstood();
    if (token === 'interface' && this.#take('{}')) return [{ kind: 'name', name: families.any, args: [] }];
    return this.#named(token);
  }

  #named(written: string): TypeTree {
    const name = written.split(/\.|::|\\/).at(-1)!;
    const args = this.#arguments();
    if (name === 'map' && args.length === 1) args.push(this.#prefixed());
    const lower = name.toLowerCase();
    if (lower === 'literal') return args.flat();
    if (lower === 'union' && args.length > 0) return unique(args.flat());
    if (optionals.has(lower) && args.length === 1) return withNull(args[0]!);
    return [{ kind: 'name', name: this.#familyOf(name), args }];
  }

  #arguments(): TypeTree[] {
    const close = this.#take('<') ? '>' : this.#take('[') ? ']' : undefined;
    if (close === undefined) return [];
    const args = [this.#union()];
    while (this.#take(',')) args.push(this.#union());
    this.#expect(close);
    return args;
  }

  #familyOf(name: string): string {
    const types = findLanguage(this.#language)?.types;
    if (types?.text.includes(name)) return families.text;
    if (types?.boolean.includes(name)) return families.boolean;
    if (types?.empty.includes(name)) return families.empty;
    const lower = name.toLowerCase();
    if (lower === 'null') return families.empty;
    if (lists.has(lower)) return families.list;
    if (maps.has(lower)) return families.map;
    if (anything.has(lower)) return families.any;
    // The wire format has no facts of its own.
    if (types === undefined || types.text.length === 0) {
      if (lower === 'string') return families.text;
      if (lower === 'boolean') return families.boolean;
    }
    return name;
  }
}

function withNull(tree: TypeTree): TypeTree {
  return unique([...tree, { kind: 'name', name: families.empty, args: [] }]);
}

function unique(tree: TypeTree): TypeTree {
  const seen = new Set<string>();
  return tree.filter((alternative) => {
    const key = JSON.stringify(alternative);
    return !seen.has(key) && seen.add(key);
  });
}
