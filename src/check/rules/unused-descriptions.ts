// Descriptions that nothing uses: no placeholder, and no entity that has its text by its id.

import type { DescriptionTree, MergedLeaf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkUnusedDescriptions: Rule = ({ model, usedDescriptions }, report) => {
  const visit = (tree: DescriptionTree): void => {
    for (const node of tree.values()) {
      if (node.kind === 'branch') visit(node.table);
      else if (!usedDescriptions.has(node)) reportUnused(node);
    }
  };
  const reportUnused = (leaf: MergedLeaf): void => {
    report('unused-description', { file: leaf.page.file, range: leaf.keyRange }, { name: leaf.path });
  };
  visit(model.descriptions);
};
