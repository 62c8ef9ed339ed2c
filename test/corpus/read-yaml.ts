// A second reader of frontmatter: it uses only the `yaml` package, and gives every value with its place. It shares no
// code with `src/`, so that comparing their results is a real test.

import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';

/** The start of a value. Lines and columns count from 1, columns in code points. */
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

/** Reads the frontmatter of a page. Undefined if the page has none, or if it is not a map. */
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

/** The trimmed scalar of a key as a string. Undefined for any other value. */
export function stringAt(map: MapValue, key: string): string | undefined {
  const value = map.entries.get(key);
  return value?.kind === 'scalar' && value.value !== null ? String(value.value).trim() : undefined;
}

export function itemsAt(map: MapValue, key: string): readonly Value[] | undefined {
  const value = map.entries.get(key);
  return value?.kind === 'list' ? value.items : undefined;
}
