// The path of a placeholder → what stands there in the merged tables of descriptions (format.md 3.3).

import type { DescriptionTree, MergedLeaf, MergedNode } from '../model/index.ts';

/** What a path leads to: a description, or a group that has none of its own. */
export type Found = { readonly leaf: MergedLeaf } | { readonly group: DescriptionTree } | undefined;

/** Prepares the look-up in tables that are complete. It counts the segments of each table's keys once. */
export function makeLookUp(tree: DescriptionTree): (path: string) => Found {
  const segmentCounts = new Map<DescriptionTree, number>();
  const mostSegments = (table: DescriptionTree): number => {
    const most = segmentCounts.get(table) ?? countSegments(table);
    segmentCounts.set(table, most);
    return most;
  };
  return (path) => lookUp(tree, path, mostSegments);
}

/** Walks a path down: at each level the longest run of segments that is a key wins. A map stands for its `self`. */
function lookUp(tree: DescriptionTree, path: string, mostSegments: (table: DescriptionTree) => number): Found {
  const segments = path.split('.');
  let table = tree;
  for (let at = 0; at < segments.length;) {
    let node: MergedNode | undefined;
    let end = Math.min(segments.length, at + mostSegments(table));
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

/** Segments of the longest key of a table: keys may hold dots. */
function countSegments(table: DescriptionTree): number {
  let most = 0;
  for (const key of table.keys()) most = Math.max(most, key.split('.').length);
  return most;
}
