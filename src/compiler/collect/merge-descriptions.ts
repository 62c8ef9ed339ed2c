// The `descriptions` of all pages → one tree, by deep merge (format.md 3.4).

import type { Report } from '../diagnostics/index.ts';
import type {
  DescriptionLeaf,
  DescriptionNode,
  DescriptionTable,
  DescriptionTree,
  MergedLeaf,
  Page,
} from '../model/index.ts';

/**
 * Merges the tables of pages, which must be in path order. The first definition of a path is used; later ones are
 * reported.
 */
export function mergeDescriptions(pages: readonly Page[], report: Report): DescriptionTree {
  const tree: DescriptionTree = new Map();
  for (const page of pages) mergeTable(tree, page.descriptions, page, '', report);
  return tree;
}

function mergeTable(tree: DescriptionTree, table: DescriptionTable, page: Page, prefix: string, report: Report): void {
  for (const [key, node] of table) mergeNode(tree, key, node, page, prefix === '' ? key : `${prefix}.${key}`, report);
}

function mergeNode(
  tree: DescriptionTree,
  key: string,
  node: DescriptionNode,
  page: Page,
  path: string,
  report: Report,
): void {
  const existing = tree.get(key);
  if (node.kind === 'branch') {
    const branch = existing?.kind === 'branch' ? existing.table : new Map();
    // If another page has a text at the path of the group, it becomes the group's own text.
    if (existing?.kind === 'leaf') branch.set('self', existing);
    if (existing?.kind !== 'branch') tree.set(key, { kind: 'branch', table: branch });
    mergeTable(branch, node.table, page, path, report);
    return;
  }
  const leaf: MergedLeaf = { kind: 'leaf', path, description: node.description, page, keyRange: node.keyRange };
  if (existing === undefined) tree.set(key, leaf);
  else if (existing.kind === 'branch') mergeNode(existing.table, 'self', node, page, path, report);
  else reportDuplicate(existing, node, page, path, report);
}

function reportDuplicate(existing: MergedLeaf, node: DescriptionLeaf, page: Page, path: string, report: Report): void {
  const place = {
    file: page.file,
    range: node.keyRange,
    related: [{ message: 'first defined here', source: existing.page.file, range: existing.keyRange }],
  };
  const isEqual = contentOf(existing.description) === contentOf(node.description);
  report(isEqual ? 'duplicate-description' : 'conflicting-description', place, { name: path });
}

function contentOf(description: MergedLeaf['description']): string {
  return description.kind === 'placeholder' ? `(${description.path})` : description.text.value.trim();
}
