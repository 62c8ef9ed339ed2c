// Reads a map by the table of its keys (`format`): reports unknown keys and wrong values, and returns values with their
// places.

import { suggest } from '../text/index.ts';
import type { ChoiceSpec, EitherSpec, Keys, ListSpec, Shape, TableSpec, TextSpec, ValueSpec } from '../format/index.ts';
import type { DataNode, ListNode, Located, MapEntry, MapNode, ScalarNode, Text } from '../model/index.ts';
import type { Range } from '../source/index.ts';
import {
  readEntries,
  readMaps,
  readText,
  readTextEntries,
  readTextOrMap,
  readTexts,
  type TableEntry,
} from './read-values.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** Keys of a shape whose values are of a kind. */
export type KeysOfKind<K extends Keys, Kind extends ValueSpec['kind']> = {
  readonly [P in keyof K]: K[P]['value']['kind'] extends Kind ? P : never;
}[keyof K] &
  string;

/** The words of a choice. */
type WordOf<Value> = Value extends ChoiceSpec<infer Words> ? Words[number] : never;

const none: ReadonlySet<string> = new Set();

/** Reads the keys of a map. The shape decides which method can read a key. */
export class MapReader<K extends Keys> {
  readonly node: MapNode;
  /** Whether the map has unknown keys, which are reported. */
  readonly hasUnknown: boolean;
  readonly #shape: Shape<K>;
  /** Keys of the shape that are probably misspelt in the map. */
  #meant: ReadonlySet<string> = none;
  readonly #context: DecodeContext;
  readonly #values = new Map<string, MapEntry>();

  constructor(context: DecodeContext, node: MapNode, shape: Shape<K>) {
    this.node = node;
    this.#context = context;
    this.#shape = shape;
    let hasUnknown = false;
    for (const entry of node.entries) {
      const { key } = entry;
      const spec = Object.hasOwn(shape.keys, key.value) ? shape.keys[key.value] : undefined;
      if (spec === undefined) {
        hasUnknown = true;
        this.#reportUnknown(key);
      } else if (spec.value.kind !== 'ignored') {
        this.#values.set(key.value, entry);
      }
    }
    this.hasUnknown = hasUnknown;
  }

  #reportUnknown(key: ScalarNode): void {
    const known = Object.keys(this.#shape.keys);
    const near = suggest(key.value, known);
    const place = { file: this.#context.file, range: key.range };
    this.#context.report('unknown-key', place, { name: key.value, where: this.#shape.where, known, near });
    if (near !== undefined) this.#meant = new Set([...this.#meant, near]);
  }

  has(key: keyof K & string): boolean {
    return this.#values.has(key);
  }

  /** The value, of any kind; undefined if the key is absent. */
  any(key: keyof K & string): DataNode | undefined {
    return this.#values.get(key)?.value;
  }

  /** Range of the key itself. */
  keyRange(key: keyof K & string): Range | undefined {
    return this.#values.get(key)?.key.range;
  }

  /** Reports each missing required key, unless a misspelling of it is already reported. */
  require(): void {
    for (const name of this.#shape.required) {
      if (this.has(name) || this.#meant.has(name)) continue;
      this.#context.report('missing-key', startOf(this.#context, this.node), { name, where: this.#shape.where });
    }
  }

  /** Reports at `text` if the map has none of the keys of which it needs one. */
  requireOne(text: Text): void {
    const { oneOf = [], where } = this.#shape;
    if (this.hasUnknown || oneOf.length === 0 || oneOf.some((name) => this.has(name))) return;
    this.#context.report('missing-key', text, { name: oneOf[0]!, where });
  }

  text(key: KeysOfKind<K, 'text'>): Text | undefined {
    return this.#read(key, (node) => readText(this.#context, key, node, this.#spec(key) as TextSpec));
  }

  choice<P extends KeysOfKind<K, 'choice'>>(key: P): WordOf<K[P]['value']> | undefined {
    const text = this.#read(key, (node) => readText(this.#context, key, node, this.#spec(key) as ChoiceSpec));
    return text?.value as WordOf<K[P]['value']> | undefined;
  }

  boolean(key: KeysOfKind<K, 'boolean'>): Located<boolean> | undefined {
    return this.#read(key, (node) => {
      if (node.kind !== 'scalar' || node.type !== 'boolean') return this.#refuse(key, node);
      return { value: node.value.toLowerCase() === 'true', file: this.#context.file, range: node.range };
    });
  }

  /** A number above zero. */
  number(key: KeysOfKind<K, 'number'>): Located<number> | undefined {
    return this.#read(key, (node) => {
      const value = node.kind === 'scalar' && node.type === 'number' ? Number(node.value) : Number.NaN;
      if (!Number.isFinite(value) || value <= 0) return this.#refuse(key, node);
      return { value, file: this.#context.file, range: node.range };
    });
  }

  map(key: KeysOfKind<K, 'map' | 'table'>): MapNode | undefined {
    return this.#map(key);
  }

  list(key: KeysOfKind<K, 'list'>): ListNode | undefined {
    return this.#read(key, (node) => (node.kind === 'list' ? node : this.#refuse(key, node)));
  }

  textOrMap(key: KeysOfKind<K, 'either'>): Text | MapNode | undefined {
    return this.#read(key, (node) => readTextOrMap(this.#context, key, node, this.#spec(key) as EitherSpec));
  }

  /** The texts of a list; empty if the key is absent. */
  texts(key: KeysOfKind<K, 'list'>): readonly Text[] {
    return this.#read(key, (node) => readTexts(this.#context, key, node, this.#spec(key) as ListSpec)) ?? [];
  }

  /** The maps of a list; empty if the key is absent. */
  maps(key: KeysOfKind<K, 'list'>): readonly MapNode[] {
    return readMaps(this.#context, key, this.list(key), this.#spec(key) as ListSpec);
  }

  /** The entries of a table; empty if the key is absent. */
  entries(key: KeysOfKind<K, 'table'>): readonly TableEntry[] {
    return readEntries(this.#context, key, this.#map(key), this.#spec(key) as TableSpec);
  }

  /** The entries of a table of texts; empty if the key is absent. */
  textEntries(key: KeysOfKind<K, 'table'>): readonly { readonly name: Text; readonly text: Text }[] {
    return readTextEntries(this.#context, key, this.#map(key), this.#spec(key) as TableSpec);
  }

  #spec(key: string): ValueSpec {
    return this.#shape.keys[key]!.value;
  }

  #map(key: string): MapNode | undefined {
    return this.#read(key, (node) => (node.kind === 'map' ? node : this.#refuse(key, node)));
  }

  #read<T>(key: string, read: (node: DataNode) => T | undefined): T | undefined {
    const node = this.#values.get(key)?.value;
    return node === undefined ? undefined : read(node);
  }

  #refuse(key: string, node: DataNode): undefined {
    return refuse(this.#context, key, node, this.#spec(key));
  }
}

/** The first character of a map or list, where findings about the whole are reported. */
function startOf({ file }: DecodeContext, { range: { start } }: MapNode | ListNode) {
  return { file, range: { start, end: start + 1 } };
}

/** Reports a list that exceeds the maximum depth of its shape. The first level is 1. */
export function isTooDeep(context: DecodeContext, { levels }: Shape, node: ListNode, level: number): boolean {
  if (levels === undefined || level <= levels.max) return false;
  context.report(levels.code, startOf(context, node), { limit: levels.max });
  return true;
}
