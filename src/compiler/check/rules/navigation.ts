// Pages that no navigation leads to, below a folder that has one.

import type { NavigationLink } from '../../model/index.ts';
import { routeFrom } from '../../source/index.ts';
import type { Rule } from '../rule.ts';

export const checkNavigation: Rule = ({ model }, report) => {
  const linked = new Set<string>();
  const collect = (links: readonly NavigationLink[]): void => {
    for (const link of links) {
      if (link.url) linked.add(routeFrom(link.url.value));
      collect(link.links);
    }
  };
  for (const navigation of model.navigation.values()) collect(navigation.links);
  for (const page of model.pages.values()) {
    if (linked.has(page.route)) continue;
    const section = [...model.navigation.keys()].find(
      (path) => page.route === path || page.route.startsWith(`${path}/`),
    );
    if (section !== undefined) report('page-without-navigation', { file: page.file }, { section });
  }
};
