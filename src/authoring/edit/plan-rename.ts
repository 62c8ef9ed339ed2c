// A description's old and new path → the edits that rename it on all pages, or the reason for refusing the rename. The
// plan uses only the YAML of the files; `rename-description.ts` checks the resulting pages.

import { suggest } from '../../compiler/text/index.ts';
import type { Document } from '../../compiler/model/index.ts';
import { pointAt, type SourceFile } from '../../compiler/source/index.ts';
import { listPaths, lookUpPath, lookUpPlaceholder, mergeKeys, type KeyTree } from './description-keys.ts';
import { findEntry } from './find-entry.ts';
import { describeInheriting } from './inherited-texts.ts';
import { findPlaceholders, type WrittenPlaceholder } from './find-placeholders.ts';
import { moveEntry } from './move-entry.ts';
import { refuse } from './refusal.ts';
import { withoutDuplicates, type Edit } from './text-edit.ts';
import { writeKey } from './yaml-layout.ts';

/** The old and the new place of a description or group, as keys from `descriptions` inwards. */
interface Move {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Whether only its last key changes. */
  readonly isInPlace: boolean;
}

/** The changes of one page. */
export interface PageRename {
  readonly file: SourceFile;
  readonly edits: readonly Edit[];
  /** The number of changed places: the definition, the placeholders, and entities that get a `description`. */
  readonly places: number;
}

/**
 * Plans a rename.
 * @param documents all pages, including pages behind a disabled flag
 * @throws Refusal, which `attempt` turns into a result
 */
export function planRename(documents: readonly Document[], from: string, to: string): readonly PageRename[] {
  const partial = documents.find(({ isPartial }) => isPartial);
  if (partial)
    refuse(`${partial.file.path} has mistakes that hide a part of it: fix them first (stele check lists them).`);
  const tree = mergeKeys(documents);
  const move = planMove(tree, from, to);
  return documents.map((document) => planPage(document, tree, move, to)).filter(({ edits }) => edits.length > 0);
}

function planPage(document: Document, tree: KeyTree, move: Move, to: string): PageRename {
  const { file } = document;
  const placeholders = [
    ...withoutDuplicates(
      findPlaceholders(document).flatMap((placeholder) => renamePlaceholder(tree, move.from, placeholder, to)),
    ),
    ...describeInheriting(document, tree, move.from, to),
  ];
  const found = findEntry(document, move.from);
  if (found === undefined) return { file, edits: placeholders, places: placeholders.length };
  const places = placeholders.length + 1;
  if (!move.isInPlace) return { file, edits: moveEntry(document, found, move.to, placeholders), places };
  const { key } = found.entry;
  if (key.style === 'literal' || key.style === 'folded')
    refuse(`The key \`${key.value.trim()}\` in ${file.path} is written as a block scalar: rename it by hand.`);
  return { file, edits: [...placeholders, { range: key.range, text: writeKey(move.to.at(-1)!, key) }], places };
}

function planMove(tree: KeyTree, from: string, to: string): Move {
  const source = lookUpPath(tree, from);
  if (source.rest.length > 0 || source.keys.length === 0) {
    const near = suggest(from, listPaths(tree));
    refuse(`There is no description \`${from}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`);
  }
  refuseName(to);
  const target = lookUpPath(tree, to);
  if (from === to) refuse(`\`${from}\` has this name already.`);
  if (startsWith(target.keys, source.keys)) refuse(`\`${to}\` would be inside \`${from}\` itself.`);
  if (target.rest.length === 0) refuse(`\`${to}\` exists already.`);
  if (target.node === 'text') refuse(`\`${to}\` would be inside \`${target.keys.join('.')}\`, which is a text.`);
  const parent = source.keys.slice(0, -1);
  const isSibling = target.keys.length === parent.length && startsWith(target.keys, parent);
  const segments = source.keys.at(-1)!.split('.').length;
  // A key with dots stays one key if the new name has the same number of dots.
  const isInPlace = isSibling && (target.rest.length === 1 || target.rest.length === segments);
  const added = isInPlace ? [target.rest.join('.')] : target.rest;
  return { from: source.keys, to: [...target.keys, ...added], isInPlace };
}

function refuseName(path: string): void {
  const wrong = path.split('.').find((segment) => !/^[A-Za-z_]\w*$/.test(segment));
  if (wrong !== undefined)
    refuse(
      `\`${path}\` cannot be written as a placeholder. Its names consist of letters, digits and \`_\`, ` +
        'with dots between them.',
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
  const found = lookUpPlaceholder(tree, path);
  if (!startsWith(found.keys, from)) {
    if (path !== to && !path.startsWith(`${to}.`)) return [];
    return refuse(
      `\`(${path})\` is already written in ${placeOf(file, placeholder.node.range.start)}, and refers to nothing yet.`,
    );
  }
  if (offset === undefined)
    refuse(
      `\`(${path})\` in ${placeOf(file, placeholder.node.range.start)} is written with escapes: rename it by hand.`,
    );
  const taken = path
    .split('.')
    .slice(0, found.used[from.length - 1])
    .join('.');
  return [{ range: { start: offset, end: offset + taken.length }, text: to }];
}

function placeOf(file: SourceFile, offset: number): string {
  return `${file.path}:${pointAt(file, offset).line}`;
}

/** Whether a list of keys begins with another list. */
function startsWith(keys: readonly string[], others: readonly string[]): boolean {
  return others.every((key, i) => keys[i] === key);
}
