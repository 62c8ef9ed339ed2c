// Descriptions that nothing uses: no placeholder, and no entity that has its text by its id.

import type { DescriptionTree, MergedLeaf, ContentModel } from '../../model/index.ts';
import { descriptionsOf } from '../markdown-texts.ts';
import type { Rule } from '../rule.ts';

export const checkUnusedDescriptions: Rule = ({ model, usedDescriptions }, report) => {
  const visit = (tree: DescriptionTree): void => {
    for (const node of tree.values()) {
      if (node.kind === 'branch') visit(node.table);
      else if (!usedDescriptions.has(node)) reportUnused(node);
    }
  };
  let meant: ReadonlySet<string> | undefined;
  const reportUnused = (leaf: MergedLeaf): void => {
    meant ??= findMeant(model);
    if (meant.has(leaf.path) || meant.has(leaf.path.replace(/\.self$/, ''))) return;
    report('unused-description', { file: leaf.page.file, range: leaf.keyRange }, { name: leaf.path });
  };
  visit(model.descriptions);
};

/** Paths that placeholders would have without a character that nobody sees, which has a finding of its own. */
function findMeant(model: ContentModel): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const page of model.pages.values()) {
    for (const description of descriptionsOf(page)) {
      if (description.kind === 'placeholder' || !/\p{Cf}/u.test(description.text.value)) continue;
      const path = /^\(([\w.]+)\)$/.exec(description.text.value.replace(/\p{Cf}/gu, '').trim())?.[1];
      if (path !== undefined) meant.add(path);
    }
  }
  return meant;
}
