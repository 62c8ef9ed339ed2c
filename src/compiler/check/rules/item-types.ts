// Reports fields without a type. Unnamed values and containers with `unwrap` need none.

import { fieldsOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkItemTypes: Rule = ({ model }, report) => {
  for (const page of model.pages.values()) {
    for (const { key, type, display } of [...page.entities.values()].flat().flatMap(fieldsOf)) {
      const needsType = display !== 'unwrap' && key.value !== 'anonymous';
      if (needsType && type === undefined) report('item-without-type', key, { name: key.value });
    }
  }
};
