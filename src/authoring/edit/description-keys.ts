// The keys of all pages' `descriptions` as one tree, and paths looked up in it as placeholders are (format.md 3.3).
// Pages behind a flag that is off count here: their texts are renamed with the others.

import type { Document, MapNode } from '../../compiler/model/index.ts';

/** Keys of a group with what stands at them. */
export type KeyTree = Map<string, KeyNode>;
export type KeyNode = KeyTree | 'text';

/** How far a path leads. */
export interface Way {
  /** The keys it takes; a key may itself hold dots. */
  readonly keys: readonly string[];
  /** For each key, how many segments of the path are used up behind it. */
  readonly used: readonly number[];
  /** What it ends on: the deepest node that was reached. */
  readonly node: KeyNode;
  /** Segments that lead nowhere; empty where the path exists. */
  readonly rest: readonly string[];
}

/** The map under `descriptions`; undefined where a page has none. */
export function descriptionsOf({ frontmatter }: Document): MapNode | undefined {
  const value = frontmatter?.entries.find(({ key }) => key.value === 'descriptions')?.value;
  return value?.kind === 'map' ? value : undefined;
}

/** The deep merge of all pages' keys. A text that another page gives a group is the group's `self`. */
export function mergeKeys(documents: readonly Document[]): KeyTree {
  const tree: KeyTree = new Map();
  for (const document of documents) {
    const map = descriptionsOf(document);
    if (map) mergeMap(tree, map);
  }
  return tree;
}

function mergeMap(tree: KeyTree, map: MapNode): void {
  for (const { key, value } of map.entries) {
    const existing = tree.get(key.value);
    if (value.kind === 'map') {
      const group: KeyTree = existing instanceof Map ? existing : new Map(existing ? [['self', existing]] : []);
      tree.set(key.value, group);
      mergeMap(group, value);
    } else if (value.kind === 'scalar' && value.type !== 'null') {
      if (existing instanceof Map) existing.set('self', existing.get('self') ?? 'text');
      else tree.set(key.value, 'text');
    }
  }
}

/** Walks a path down: at each level the longest run of segments that is a key wins. */
export function walk(tree: KeyTree, path: string): Way {
  const segments = path.split('.');
  const keys: string[] = [];
  const used: number[] = [];
  let node: KeyNode = tree;
  let at = 0;
  while (at < segments.length && node instanceof Map) {
    let end = segments.length;
    while (end > at && !node.has(segments.slice(at, end).join('.'))) end--;
    if (end === at) break;
    const key = segments.slice(at, end).join('.');
    node = node.get(key)!;
    keys.push(key);
    used.push(end);
    at = end;
  }
  return { keys, used, node, rest: segments.slice(at) };
}

/** The way of a placeholder: one that ends on a group goes on to its `self`. */
export function walkPlaceholder(tree: KeyTree, path: string): Way {
  const way = walk(tree, path);
  if (way.rest.length > 0 || !(way.node instanceof Map) || way.node.get('self') !== 'text') return way;
  return { keys: [...way.keys, 'self'], used: [...way.used, way.used.at(-1) ?? 0], node: 'text', rest: [] };
}

/** Paths of all texts and groups. */
export function* listPaths(tree: KeyTree, prefix = ''): Generator<string> {
  for (const [key, node] of tree) {
    yield prefix + key;
    if (node instanceof Map) yield* listPaths(node, `${prefix}${key}.`);
  }
}
