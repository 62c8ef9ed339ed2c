// The facts of a site, and new facts of single pages → the facts of the site, with the titles that sections take from
// their pages.

import type { NavigationLink, PageFacts, ResolvedSection, SiteFacts } from './model/index.ts';
import { routeFrom } from './source/index.ts';

/**
 * Replaces the facts of pages.
 * @param pages of routes that the site has
 * @returns undefined if a section has another title: all pages show it
 */
export function renewPages(facts: SiteFacts, pages: readonly PageFacts[]): SiteFacts | undefined {
  if (pages.length === 0) return facts;
  const renewed = new Map(pages.map((page) => [page.route, page]));
  const titles = new Map<string, string>();
  for (const { route, title } of facts.pages) {
    const now = renewed.get(route);
    if (now === undefined || now.title === title) continue;
    if (facts.sections.some((section) => section.path === route && mayHaveTitle(facts, section, title)))
      return undefined;
    titles.set(route, now.title);
  }
  return {
    ...facts,
    pages: facts.pages.map((page) => renewed.get(page.route) ?? page),
    sections: titles.size === 0 ? facts.sections : facts.sections.map((section) => rename(facts, section, titles)),
  };
}

/** Whether a section may have its title from its page. */
function mayHaveTitle({ collectedSite, withoutNavigation }: SiteFacts, section: ResolvedSection, title: string) {
  const { path } = section;
  if (collectedSite.sections.some((named) => named.path === path)) return false;
  return withoutNavigation.has(path) || section.title === title;
}

/** The section with other titles of the links to its pages, if it has no navigation file; else the same section. */
function rename(
  { withoutNavigation }: SiteFacts,
  section: ResolvedSection,
  titles: ReadonlyMap<string, string>,
): ResolvedSection {
  const isInside = [...titles.keys()].some((route) => route === section.path || route.startsWith(`${section.path}/`));
  if (!withoutNavigation.has(section.path) || !isInside) return section;
  const renameAll = (links: readonly NavigationLink[]): readonly NavigationLink[] =>
    links.map((link) => ({
      ...link,
      title: (link.url && titles.get(routeFrom(link.url.value))) ?? link.title,
      links: renameAll(link.links),
    }));
  return { ...section, links: renameAll(section.links) };
}
