// The path of a placeholder → its entry in the merged tables of descriptions (format.md 3.3).

import type { DescriptionTree, MergedLeaf, MergedNode } from '../model/index.ts';

/** The entry at a path: a description, or a group without a description of its own. Undefined if there is none. */
export type Found = { readonly leaf: MergedLeaf } | { readonly group: DescriptionTree } | undefined;

/**
 * Prepares the look-up. The segments of the keys of each table are counted once, and each path is looked up once.
 * @param tree the tables of descriptions, which must be complete
 */
export function makeLookUp(tree: DescriptionTree): (path: string) => Found {
  const segmentCounts = new Map<DescriptionTree, number>();
  const maxSegments = (table: DescriptionTree): number => {
    const max = segmentCounts.get(table) ?? countSegments(table);
    segmentCounts.set(table, max);
    return max;
  };
  const found = new Map<string, Found>();
  return (path) => {
    if (!found.has(path)) found.set(path, lookUp(tree, path, maxSegments));
    return found.get(path);
  };
}

/** Looks up a path. At each level, the longest run of segments that is a key wins. A map has the text of its `self`. */
function lookUp(tree: DescriptionTree, path: string, maxSegments: (table: DescriptionTree) => number): Found {
  const segments = path.split('.');
  let table = tree;
  for (let at = 0; at < segments.length;) {
    let node: MergedNode | undefined;
    let end = Math.min(segments.length, at + maxSegments(table));
    for (; end > at; end--) {
      node = table.get(segments.slice(at, end).join('.'));
      if (node !== undefined) break;
    }
    if (node === undefined) return undefined;
    if (node.kind === 'leaf') return end === segments.length ? { leaf: node } : undefined;
    table = node.table;
    at = end;
  }
  const self = table.get('self');
  return self?.kind === 'leaf' ? { leaf: self } : { group: table };
}

/** The most segments of a key of a table. Keys may contain dots. */
function countSegments(table: DescriptionTree): number {
  let max = 0;
  for (const key of table.keys()) max = Math.max(max, key.split('.').length);
  return max;
}
