// The sections of the header, each with its tree of links: from `_navigation.mdx`, or else from its folders
// (format.md 1.4 and 8.3).

import type { Report } from '../diagnostics/index.ts';
import type { NavigationFile, NavigationLink, ContentModel, ResolvedPage, ResolvedSection } from '../model/index.ts';
import { capitalise, suggest } from '../text/index.ts';
import { resolveRoute, type LinkableSite } from './links/index.ts';

/**
 * The sections in the order of `site.yaml`, then the others in route order. Reports unknown sections and unused
 * navigation files.
 */
export function resolveSections(
  model: ContentModel,
  linkable: LinkableSite,
  pages: ReadonlyMap<string, ResolvedPage>,
  report: Report,
): readonly ResolvedSection[] {
  const named = new Map(model.site.sections.map((section) => [section.path, section.title.value]));
  const folders = [...model.navigation.keys(), ...[...pages.keys()].map((route) => route.split('/')[0]!)];
  const withPages = foldersOf(pages);
  for (const { path, written } of model.site.sections) {
    if (withPages.has(path) || linkable.isLost(path)) continue;
    const near = suggest(path, folders);
    report('dangling-link', written, { name: written.value, near: near && `/${near}` });
  }
  const paths = new Set([...named.keys(), ...folders.filter((path) => path !== '').sort()]);
  for (const { section, file } of model.navigation.values()) {
    if (!paths.has(section) || isInner(section, named)) report('unused-navigation', { file }, { section });
  }
  return [...paths]
    .filter((path) => withPages.has(path))
    .filter((path) => !isInner(path, named))
    .map((path) => {
      const navigation = model.navigation.get(path);
      const title = named.get(path) ?? navigation?.title ?? pages.get(path)?.title ?? titleOf(path);
      const links = navigation ? resolveLinks(linkable, navigation, report) : linksOfFolder(pages, path);
      return { title, path, links };
    });
}

/** Whether a folder is not a section: it is not at the top, and the site does not name it. */
function isInner(path: string, named: ReadonlyMap<string, string>): boolean {
  return path.includes('/') && !named.has(path);
}

/** The routes of the pages, and all folders above them. */
function foldersOf(pages: ReadonlyMap<string, ResolvedPage>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const route of pages.keys()) {
    folders.add(route);
    for (let path = folderOf(route); path !== '' && !folders.has(path); path = folderOf(path)) folders.add(path);
  }
  return folders;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The links whose flags are on. A link without a target is reported and loses its address. */
function resolveLinks(linkable: LinkableSite, navigation: NavigationFile, report: Report): readonly NavigationLink[] {
  const resolve = (links: readonly NavigationLink[]): readonly NavigationLink[] =>
    links
      .filter(({ featureFlag }) => featureFlag === undefined || linkable.site.flags.has(featureFlag))
      .map((link) => ({
        ...link,
        url: link.url && resolveRoute(linkable, link.url, report),
        links: resolve(link.links),
      }))
      .filter((link) => link.url !== undefined || link.links.length > 0);
  return resolve(navigation.links);
}

/** The links of a section without a navigation file: its pages by folder, in route order. */
function linksOfFolder(pages: ReadonlyMap<string, ResolvedPage>, path: string): readonly NavigationLink[] {
  const links = childrenOf(pages, path);
  return pages.has(path) ? [linkTo(pages, path), ...links] : links;
}

function childrenOf(pages: ReadonlyMap<string, ResolvedPage>, folder: string): readonly NavigationLink[] {
  const inside = [...pages.keys()].filter((route) => route.startsWith(`${folder}/`));
  const names = [...new Set(inside.map((route) => route.slice(folder.length + 1).split('/')[0]!))];
  return names.map((name) => {
    const path = `${folder}/${name}`;
    const links = childrenOf(pages, path);
    return pages.has(path)
      ? { ...linkTo(pages, path), links }
      : { title: titleOf(name), links, excludeFromSearch: false };
  });
}

function linkTo(pages: ReadonlyMap<string, ResolvedPage>, route: string): NavigationLink {
  const page = pages.get(route)!;
  const url = { value: `/${route}`, file: page.page.file, range: { start: 0, end: 0 } };
  return { title: page.title, url, links: [], excludeFromSearch: false };
}

/** A title for a folder or page without one: the words of its name. */
export function titleOf(path: string): string {
  const words = path.split('/').at(-1)!.replace(/[-_]+/g, ' ').trim();
  return capitalise(words);
}
