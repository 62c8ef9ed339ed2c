// Descriptions that nothing shows. The `self` of an entity's id is that entity's text, whether or not a row shows it.

import type { DescriptionTree, MergedLeaf, Page } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkUnusedDescriptions: Rule = ({ model, usedDescriptions }, report) => {
  const ownTexts = new Set([...model.pages.values()].flatMap(idsOf).map((id) => `${id.replaceAll('-', '_')}.self`));
  const visit = (tree: DescriptionTree): void => {
    for (const node of tree.values()) {
      if (node.kind === 'branch') visit(node.table);
      else if (!usedDescriptions.has(node) && !ownTexts.has(node.path)) reportUnused(node);
    }
  };
  const reportUnused = (leaf: MergedLeaf): void => {
    report('unused-description', { file: leaf.page.file, range: leaf.keyRange }, { name: leaf.path });
  };
  visit(model.descriptions);
};

function idsOf({ entities }: Page): readonly string[] {
  return [...entities.values()].flat().flatMap(({ id }) => (id ? [id.value] : []));
}
