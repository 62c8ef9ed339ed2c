// Reports entities whose `url` is not the address of their page: the entity was copied, or the page was moved.

import { routeFrom } from '../../source/index.ts';
import type { Rule } from '../rule.ts';

export const checkEntityUrls: Rule = ({ model }, report) => {
  for (const page of model.pages.values()) {
    for (const entities of page.entities.values()) {
      for (const { url } of entities) {
        if (url === undefined || routeFrom(url.value) === page.route) continue;
        report('foreign-url', url, { name: url.value, route: page.route });
      }
    }
  }
};
