// Reports anchors that two entities of a page have in common. An id may contain dots, so it may equal the anchor of a
// field of another entity.

import type { ResolvedEntity, ResolvedItem } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkAnchors: Rule = ({ pages }, report) => {
  for (const { entities } of pages.values()) {
    if (entities.length < 2) continue;
    const owners = new Map<string, ResolvedEntity>();
    for (const entity of entities) {
      for (const anchor of anchorsOf(entity)) {
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

function anchorsOf({ id, forms }: ResolvedEntity): ReadonlySet<string> {
  const anchors = new Set([id]);
  const visit = (items: readonly ResolvedItem[]): void => {
    for (const { anchor, children } of items) {
      if (anchor !== undefined) anchors.add(anchor);
      visit(children);
    }
  };
  for (const { kind, lists } of forms.values()) {
    for (const { name, items } of lists) {
      if (kind === 'method') anchors.add(`${id}.${name}`);
      visit(items);
    }
  }
  return anchors;
}
