// The resolved model → views, made page by page on demand, so that a large site is never completely in memory.

import type {
  Address,
  FontView,
  Highlighter,
  IconView,
  LinkTarget,
  NavigationLink,
  RedirectView,
  ResolvedModel,
  SiteConfig,
  SiteData,
} from '../../compiler/model/index.ts';
import { addressesOf, assetPath, hrefOf, listAddresses, pathOf, wayUp } from './addresses.ts';
import { CodeLinker } from './code-links/code-linker.ts';
import { customName, hasBody, viewBody } from './prose/view-body.ts';
import { listCards } from './head/view-cards.ts';
import { viewHostFiles } from './head/view-host-files.ts';
import { viewServerFiles } from './head/view-server-files.ts';
import { PageMaker } from './view-page.ts';
import type { ViewSources } from './view-sources.ts';

/**
 * Prepares the views of a site.
 * @param sources gets the sources of all views
 * @param only the routes whose pages are drawn; there are then no other addresses, and no lists of files
 * @param linker of the site, if there is one
 */
export function viewSite(
  resolved: ResolvedModel,
  highlighter: Highlighter,
  sources: ViewSources,
  only?: readonly string[],
  linker = new CodeLinker(resolved),
): Omit<
  SiteData,
  | 'listSearchParts'
  | 'writeSearch'
  | 'keptSearch'
  | 'twinsOf'
  | 'twinSettings'
  | 'sourceOfTwins'
  | 'writePageData'
  | 'writeTwins'
  | 'writeAgentFiles'
  | 'fullTexts'
  | 'writeFullTexts'
> {
  const maker = new PageMaker(resolved, highlighter, sources, linker);
  const pages = only?.flatMap((route) => resolved.pages.get(route) ?? []) ?? [...resolved.pages.values()];
  const bodyRoutes = pages.filter(hasBody).map(({ route }) => route);
  const { components, accent } = resolved.site;
  const customs = [...components.keys()];
  const mayRunCode = resolved.site.mdx === 'code';
  return {
    addresses: only?.flatMap((route) => addressesOf(resolved, route)) ?? listAddresses(resolved),
    lists: maker.lists.flatMap((route) => addressesOf(resolved, route)),
    viewPage: async (address, words) => maker.view(address, words),
    bodyRoutes,
    viewBody: (route) => viewBody(resolved.pages.get(route)!, customs, mayRunCode),
    fileOfBody: (route) => resolved.pages.get(route)!.page.file.path,
    viewNotFound: (base) => maker.notFound(base),
    writeNavigation: () => maker.navigationFiles(),
    cards: only ? [] : listCards(resolved),
    icon: viewIcon(resolved.site),
    viewHostFiles: () => viewHostFiles(resolved),
    viewServerFiles: (base, scripts) => viewServerFiles(resolved.site, listRedirects(resolved), base, scripts),
    redirects: listRedirects(resolved),
    assets: only ? [] : listAssets(resolved),
    publicFiles: new Map([...resolved.model.publicFiles].map(([path, { place }]) => [path, place ?? path])),
    placeOf: (path) => resolved.model.assets.get(path)?.place ?? path,
    components: new Map([...components.values()].map(({ value }, i) => [customName(i), value])),
    parts: new Map([...resolved.site.parts].map(([name, { value }]) => [name, value])),
    fonts: viewFonts(resolved.site),
    accent: accent?.value,
    lang: resolved.site.lang,
    codeLinks: () => maker.codeLinks,
    isUntrusted: resolved.site.isUntrusted,
    mayRunCode,
  };
}

/** Old routes in every tree, each with a link to the new place in its tree. */
function listRedirects({ site, redirects }: ResolvedModel): readonly RedirectView[] {
  const trees = [undefined, ...site.languages.map(({ id }) => id)];
  return [...redirects].flatMap(([route, target]) => {
    const href = hrefOf(route, target);
    if (href === undefined) return [];
    return trees.map((language) => {
      const address: Address = language === undefined ? { route } : { route, language };
      return { address, root: wayUp(pathOf(address)), href };
    });
  });
}

/** The shapes of the site's icon, else of its logo; the first letter of its title if neither can be used. */
function viewIcon({ mark, title }: SiteConfig): IconView {
  const letter = /[\p{L}\p{N}]/u.exec(title)?.[0].toUpperCase() ?? '';
  return { shapes: mark, letter };
}

function viewFonts({ fonts }: SiteConfig): readonly FontView[] {
  return (['text', 'code'] as const).flatMap((use) => {
    const font = fonts[use];
    if (font === undefined) return [];
    const { name, file, weights } = font;
    return [{ use, name, weights, path: file && assetPath(file.value) }];
  });
}

/** Files that pages, navigation and header show or link to; each once, in order. */
function listAssets({ pages, site, sections }: ResolvedModel): readonly string[] {
  const { logo, fonts } = site;
  const own = [logo?.light, logo?.dark, fonts.text?.file, fonts.code?.file];
  const paths = new Set<string>(own.flatMap((file) => file?.value ?? []));
  const add = (target: LinkTarget | undefined): void => {
    if (target?.kind === 'asset' && !target.isPublic) paths.add(target.path);
  };
  const addLinks = (links: readonly NavigationLink[]): void => {
    for (const link of links) {
      add(link.url?.asset);
      addLinks(link.links);
    }
  };
  for (const { url } of site.header) add(url.asset);
  if (site.outputs.skills) for (const url of Object.values(site.skills)) add(url?.asset);
  for (const section of sections) addLinks(section.links);
  for (const { breadcrumb, links } of pages.values()) {
    add(breadcrumb?.url?.asset);
    for (const target of links.values()) add(target);
  }
  return [...paths].sort();
}
