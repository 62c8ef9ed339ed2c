// Reports fields with neither a description nor properties.

import type { Item } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkItemTexts: Rule = ({ model }, report) => {
  const visit = (items: readonly Item[] | undefined): void => {
    for (const item of items ?? []) {
      if (item.kind === 'entity-reference') continue;
      if (item.isBare) {
        report('item-without-description', item.key, { name: item.key.value });
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
