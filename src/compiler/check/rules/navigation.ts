// Reports pages without a link in the navigation of their section, if that navigation has links. The main page of a
// section needs no link, because the header links to it.

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
  const sections = [...model.navigation.values()].filter(({ links }) => links.length > 0).map(({ section }) => section);
  for (const page of model.pages.values()) {
    if (linked.has(page.route)) continue;
    const section = sections.find((path) => page.route.startsWith(`${path}/`));
    if (section !== undefined) report('page-without-navigation', { file: page.file }, { section });
  }
};
