// A description's old and new path → the edits that rename it on all pages, or why it cannot be done.
// The plan is made of the files' YAML; what the pages then say, `rename-description.ts` checks.

import { suggest } from '../../compiler/diagnostics/index.ts';
import type { Document } from '../../compiler/model/index.ts';
import { pointAt, type SourceFile } from '../../compiler/source/index.ts';
import { listPaths, mergeKeys, walk, walkPlaceholder, type KeyTree } from './description-keys.ts';
import { findEntry } from './find-entry.ts';
import { describeInheriting } from './inherited-texts.ts';
import { findPlaceholders, type WrittenPlaceholder } from './find-placeholders.ts';
import { moveEntry } from './move-entry.ts';
import { refuse } from './refusal.ts';
import { withoutDoubles, type Edit } from './text-edit.ts';
import { writeKey } from './yaml-layout.ts';

/** Where a description or group is, and where it goes, as keys from `descriptions` inwards. */
interface Route {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Whether only its last key changes. */
  readonly isInPlace: boolean;
}

/** What changes on one page. */
export interface PageRename {
  readonly file: SourceFile;
  readonly edits: readonly Edit[];
  /** How often the name stands there: its definition, the placeholders, and entities that now name their text. */
  readonly places: number;
}

/**
 * Plans a rename.
 * @param documents all pages, those behind a flag that is off too
 * @throws Refusal, for the door to give back
 */
export function planRename(documents: readonly Document[], from: string, to: string): readonly PageRename[] {
  const partial = documents.find(({ isPartial }) => isPartial);
  if (partial)
    refuse(`${partial.file.path} has mistakes that hide a part of it: mend them first (stele check lists them).`);
  const tree = mergeKeys(documents);
  const route = planRoute(tree, from, to);
  return documents.map((document) => planPage(document, tree, route, to)).filter(({ edits }) => edits.length > 0);
}

function planPage(document: Document, tree: KeyTree, route: Route, to: string): PageRename {
  const { file } = document;
  const placeholders = [
    ...withoutDoubles(
      findPlaceholders(document).flatMap((placeholder) => renamePlaceholder(tree, route.from, placeholder, to)),
    ),
    ...describeInheriting(document, tree, route.from, to),
  ];
  const found = findEntry(document, route.from);
  if (found === undefined) return { file, edits: placeholders, places: placeholders.length };
  const places = placeholders.length + 1;
  if (!route.isInPlace) return { file, edits: moveEntry(document, found, route.to, placeholders), places };
  const { key } = found.entry;
  if (key.style === 'literal' || key.style === 'folded')
    refuse(`The key \`${key.value.trim()}\` in ${file.path} is written as a block: rename it by hand.`);
  return { file, edits: [...placeholders, { range: key.range, text: writeKey(route.to.at(-1)!, key) }], places };
}

function planRoute(tree: KeyTree, from: string, to: string): Route {
  const way = walk(tree, from);
  if (way.rest.length > 0 || way.keys.length === 0) {
    const near = suggest(from, listPaths(tree));
    refuse(`There is no description \`${from}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`);
  }
  refuseName(to);
  const target = walk(tree, to);
  if (from === to) refuse(`\`${from}\` has this name already.`);
  if (startsWith(target.keys, way.keys)) refuse(`\`${to}\` would lie inside of \`${from}\` itself.`);
  if (target.rest.length === 0) refuse(`\`${to}\` exists already.`);
  if (target.node === 'text') refuse(`\`${to}\` would lie inside of \`${target.keys.join('.')}\`, which is a text.`);
  const parent = way.keys.slice(0, -1);
  const isSibling = target.keys.length === parent.length && startsWith(target.keys, parent);
  const segments = way.keys.at(-1)!.split('.').length;
  // A key with dots keeps its dots where the new name has as many.
  const isInPlace = isSibling && (target.rest.length === 1 || target.rest.length === segments);
  const added = isInPlace ? [target.rest.join('.')] : target.rest;
  return { from: way.keys, to: [...target.keys, ...added], isInPlace };
}

function refuseName(path: string): void {
  const wrong = path.split('.').find((segment) => !/^[A-Za-z_]\w*$/.test(segment));
  if (wrong !== undefined)
    refuse(
      `\`${path}\` cannot be written as a placeholder: names are letters, digits and \`_\`, with dots between them.`,
    );
  if (path.split('.').includes('__proto__')) refuse('`__proto__` cannot be a name.');
}

function renamePlaceholder(
  tree: KeyTree,
  from: readonly string[],
  placeholder: WrittenPlaceholder,
  to: string,
): readonly Edit[] {
  const { file, path, offset } = placeholder;
  const way = walkPlaceholder(tree, path);
  if (!startsWith(way.keys, from)) {
    if (path !== to && !path.startsWith(`${to}.`)) return [];
    return refuse(
      `\`(${path})\` is already written in ${placeOf(file, placeholder.node.range.start)}, and means nothing yet.`,
    );
  }
  if (offset === undefined)
    refuse(
      `\`(${path})\` in ${placeOf(file, placeholder.node.range.start)} is written with escapes: rename it by hand.`,
    );
  const taken = path
    .split('.')
    .slice(0, way.used[from.length - 1])
    .join('.');
  return [{ range: { start: offset, end: offset + taken.length }, text: to }];
}

function placeOf(file: SourceFile, offset: number): string {
  return `${file.path}:${pointAt(file, offset).line}`;
}

/** Whether keys begin with others. */
function startsWith(keys: readonly string[], others: readonly string[]): boolean {
  return others.every((key, i) => keys[i] === key);
}
