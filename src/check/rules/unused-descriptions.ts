// Descriptions that nothing shows. A `self` may be shown by its entity's id, so it is never unused.

import type { DescriptionTree, MergedLeaf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkUnusedDescriptions: Rule = ({ model, usedDescriptions }, report) => {
  const visit = (tree: DescriptionTree): void => {
    for (const [key, node] of tree) {
      if (node.kind === 'branch') visit(node.table);
      else if (key !== 'self' && !usedDescriptions.has(node)) reportUnused(node);
    }
  };
  const reportUnused = (leaf: MergedLeaf): void => {
    report('unused-description', { file: leaf.page.file, range: leaf.keyRange }, { name: leaf.path });
  };
  visit(model.descriptions);
};
