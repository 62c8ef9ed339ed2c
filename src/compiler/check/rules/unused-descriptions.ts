// Reports descriptions that no placeholder refers to, and that are not the text of an entity by its id.

import { leavesOf, type MergedLeaf, type ContentModel } from '../../model/index.ts';
import { descriptionsOf } from '../markdown-texts.ts';
import type { Rule } from '../rule.ts';

export const checkUnusedDescriptions: Rule = ({ model, usedDescriptions }, report) => {
  let intended: ReadonlySet<string> | undefined;
  const reportUnused = (leaf: MergedLeaf): void => {
    intended ??= findIntendedPaths(model);
    if (intended.has(leaf.path) || intended.has(leaf.path.replace(/\.self$/, ''))) return;
    report('unused-description', { file: leaf.page.file, range: leaf.keyRange }, { name: leaf.path });
  };
  for (const leaf of leavesOf(model.descriptions)) if (!usedDescriptions.has(leaf)) reportUnused(leaf);
};

/**
 * The intended paths of placeholders that contain an invisible character. The character has a finding of its own, so
 * the description is not reported as unused.
 */
function findIntendedPaths(model: ContentModel): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const page of model.pages.values()) {
    for (const description of descriptionsOf(page)) {
      if (description.kind === 'placeholder' || !/\p{Cf}/u.test(description.text.value)) continue;
      const path = /^\(([\w.]+)\)$/.exec(description.text.value.replace(/\p{Cf}/gu, '').trim())?.[1];
      if (path !== undefined) paths.add(path);
    }
  }
  return paths;
}
