// A page's frontmatter as a second reader sees it: with the `yaml` package alone, every value with its place.
// Shares no code with `src/`: that is what makes its word worth something.

import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';

/** Where a value begins: as people count, columns in code points. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Value = ScalarValue | ListValue | MapValue;

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly value: unknown;
  readonly place: Place;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly place: Place;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
  readonly place: Place;
}

/** Reads what stands between the two `---` of a page; undefined where nothing does. */
export function readFrontmatter(file: string, text: string): MapValue | undefined {
  const match = /^---\n([^]*?\n)---(?:\n|$)/.exec(text);
  if (match === null) return undefined;
  const placeAt = (offset: number): Place => {
    const before = text.slice(0, '---\n'.length + offset).split('\n');
    return { file, line: before.length, column: [...before.at(-1)!].length + 1 };
  };
  const read = (node: Node | null, fallback: number): Value => {
    const place = placeAt(node?.range?.[0] ?? fallback);
    if (isMap<Node, Node | null>(node)) {
      const entries = new Map<string, Value>();
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!entries.has(name)) entries.set(name, read(value, key.range![1]));
      }
      return { kind: 'map', entries, place };
    }
    if (isSeq<Node>(node)) return { kind: 'list', items: node.items.map((item) => read(item, fallback)), place };
    return { kind: 'scalar', value: isScalar(node) ? node.value : null, place };
  };
  const document = parseDocument(match[1]!, { uniqueKeys: false });
  const value = read(document.contents, 0);
  return value.kind === 'map' ? value : undefined;
}

/** The string that a key has, white space at its ends taken off; undefined for any other value. */
export function stringAt(map: MapValue, key: string): string | undefined {
  const value = map.entries.get(key);
  return value?.kind === 'scalar' && value.value !== null ? String(value.value).trim() : undefined;
}

export function itemsAt(map: MapValue, key: string): readonly Value[] | undefined {
  const value = map.entries.get(key);
  return value?.kind === 'list' ? value.items : undefined;
}
