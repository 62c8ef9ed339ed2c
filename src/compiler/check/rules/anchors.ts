// Reports anchors that two entities of a page have in common. An id may contain dots, so it may equal the anchor of a
// field of another entity.

import { anchorsOf, type ResolvedEntity } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkAnchors: Rule = ({ pages }, report) => {
  for (const { entities } of pages.values()) {
    if (entities.length < 2) continue;
    const owners = new Map<string, ResolvedEntity>();
    for (const entity of entities) {
      for (const anchor of new Set([entity.id, ...anchorsOf(entity)])) {
        const other = owners.get(anchor);
        if (other === undefined) owners.set(anchor, entity);
        else if (other !== entity) reportDuplicate(entity, anchor);
      }
    }
  }

  function reportDuplicate({ forms }: ResolvedEntity, name: string): void {
    const [first] = forms.values();
    if (first?.entity.id) report('duplicate-anchor', first.entity.id, { name });
  }
};
