// Merges the keys of all pages' `descriptions` into one tree, and looks up paths in it like placeholders
// (format.md 3.3). Pages behind a disabled flag are included: a rename changes their texts too.

import type { Document, MapNode } from '../../compiler/model/index.ts';

/** The keys of a group, each with its group or text. */
export type KeyTree = Map<string, KeyNode>;
/** A group, or a text. */
export type KeyNode = KeyTree | 'text';

/** The result of looking up a path. */
export interface PathLookup {
  /** The keys on the path that exist; a key may contain dots. */
  readonly keys: readonly string[];
  /** For each key, the number of the path's segments up to its end. */
  readonly used: readonly number[];
  /** The node of the last key; the whole tree if there is none. */
  readonly node: KeyNode;
  /** The remaining segments, which do not exist; empty if the whole path exists. */
  readonly rest: readonly string[];
}

/** The map under `descriptions`; undefined if a page has none. */
export function descriptionsOf({ frontmatter }: Document): MapNode | undefined {
  const value = frontmatter?.entries.find(({ key }) => key.value === 'descriptions')?.value;
  return value?.kind === 'map' ? value : undefined;
}

/** The deep merge of all pages' keys. If a key is a group on one page and a text on another, the text is its `self`. */
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

/** Looks up a path. At each level, the longest sequence of segments that is a key has precedence. */
export function lookUpPath(tree: KeyTree, path: string): PathLookup {
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

/** Looks up the path of a placeholder. For the path of a group with a `self`, the result is the `self`. */
export function lookUpPlaceholder(tree: KeyTree, path: string): PathLookup {
  const found = lookUpPath(tree, path);
  if (found.rest.length > 0 || !(found.node instanceof Map) || found.node.get('self') !== 'text') return found;
  return { keys: [...found.keys, 'self'], used: [...found.used, found.used.at(-1) ?? 0], node: 'text', rest: [] };
}

/** The paths of all texts and groups, each group before its members. */
export function* listPaths(tree: KeyTree, prefix = ''): Generator<string> {
  for (const [key, node] of tree) {
    yield prefix + key;
    if (node instanceof Map) yield* listPaths(node, `${prefix}${key}.`);
  }
}
