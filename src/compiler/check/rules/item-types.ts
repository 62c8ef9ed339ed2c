// Reports fields without a type. Unnamed values and containers with `unwrap` need none.

import type { Item } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkItemTypes: Rule = ({ model }, report) => {
  const visit = (items: readonly Item[] | undefined): void => {
    for (const item of items ?? []) {
      if (item.kind === 'entity-reference') continue;
      const needsType = item.display !== 'unwrap' && item.key.value !== 'anonymous';
      if (needsType && item.type === undefined) {
        report('item-without-type', item.key, { name: item.key.value });
      }
      visit(item.properties);
    }
  };
  for (const page of model.pages.values()) {
    for (const entities of page.entities.values()) {
      for (const { properties, parameters, returns } of entities) [properties, parameters, returns].forEach(visit);
    }
  }
};
