// The pages of a site by section, in the order of the navigation, for one tree.

import {
  sectionOf,
  type LanguageId,
  type NavigationLink,
  type ResolvedModel,
  type ResolvedPage,
  type ResolvedSection,
} from '../../compiler/model/index.ts';
import { routeFrom } from '../../compiler/source/index.ts';

/** A section of a tree: its title, a name for files, and its pages. */
export interface TreePart {
  readonly title: string;
  readonly name: string;
  readonly pages: readonly ResolvedPage[];
}

/**
 * The sections of a tree with the pages that exist in its language. A page is in the innermost section. Pages outside
 * of all sections come first.
 * @param language absent for the default tree, which shows the first language
 */
export function listTreeParts(resolved: ResolvedModel, language: LanguageId | undefined): readonly TreePart[] {
  const { site, sections, pages } = resolved;
  const shown = language ?? site.languages[0]?.id;
  const exists = ({ languages }: ResolvedPage): boolean =>
    shown === undefined || languages === undefined || languages.has(shown);
  const left = new Map([...pages].filter(([, page]) => exists(page)));
  const take = (routes: Iterable<string>): readonly ResolvedPage[] =>
    [...routes].flatMap((route) => {
      const page = left.get(route);
      left.delete(route);
      return page ?? [];
    });
  const inside = new Map<ResolvedSection | undefined, string[]>(sections.map((section) => [section, []]));
  for (const route of pages.keys()) inside.get(sectionOf(sections, route))?.push(route);
  const bySection = sections.map((section) => {
    const { title, path, links } = section;
    const linked = [...routesOf(links)].filter((route) => (sectionOf(sections, route) ?? section) === section);
    const routes = [path, ...linked, ...inside.get(section)!];
    return { title, name: path.replaceAll('/', '-'), pages: take(routes) };
  });
  const others = { title: site.title, name: 'site', pages: take([...left.keys()]) };
  return [others, ...bySection].filter((part) => part.pages.length > 0);
}

function* routesOf(links: readonly NavigationLink[]): Iterable<string> {
  for (const { url, links: below } of links) {
    if (url?.value.startsWith('/')) yield routeFrom(url.value.replace(/[?#].*$/, ''));
    yield* routesOf(below);
  }
}
