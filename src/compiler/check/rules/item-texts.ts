// Reports fields with neither a description nor properties.

import { fieldsOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkItemTexts: Rule = ({ model }, report) => {
  for (const page of model.pages.values()) {
    for (const { key, isBare } of [...page.entities.values()].flat().flatMap(fieldsOf)) {
      if (isBare) report('item-without-description', key, { name: key.value });
    }
  }
};
