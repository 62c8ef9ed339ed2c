// The merged description tables → a flat list: path, text or placeholder, place, and whether it is used.

import { leavesOf, type ResolvedModel } from '../../compiler/model/index.ts';
import type { LineIndex } from '../../compiler/source/index.ts';
import { compareText } from '../../compiler/text/index.ts';
import { exportText, originOf } from './origin.ts';

/** In the order of paths. */
export function exportDescriptions({ model, usedDescriptions }: ResolvedModel, index: LineIndex): readonly object[] {
  const leaves = leavesOf(model.descriptions).toSorted((a, b) => compareText(a.path, b.path));
  return leaves.map((leaf) => {
    const { path, description, page, keyRange } = leaf;
    return {
      path,
      ...(description.kind === 'placeholder' ? { placeholder: description.path } : exportText(description.text, index)),
      page: page.route,
      key: originOf(page.file, keyRange, index),
      isUsed: usedDescriptions.has(leaf),
    };
  });
}
