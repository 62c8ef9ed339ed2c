// The resolved reference → views, made page by page when they are asked for, so that a large site is never held whole.

import type {
  Address,
  FontView,
  Highlighter,
  IconView,
  LinkTarget,
  NavigationLink,
  RedirectView,
  ResolvedReference,
  SiteConfig,
  SiteData,
} from '../../compiler/model/index.ts';
import { addressesOf, assetPath, hrefOf, listAddresses, pathOf, wayUp } from './addresses.ts';
import { customName, hasBody, viewBody } from './prose/view-body.ts';
import { listCards } from './head/view-cards.ts';
import { viewHostFiles } from './head/view-host-files.ts';
import { PageMaker } from './view-page.ts';

/** Prepares the views of a site. */
export function viewSite(reference: ResolvedReference, highlighter: Highlighter): Omit<SiteData, 'writeSearch'> {
  const maker = new PageMaker(reference, highlighter);
  const bodyRoutes = [...reference.pages.values()].filter(hasBody).map(({ route }) => route);
  const { components, accent } = reference.site;
  const customs = [...components.keys()];
  const mayRunCode = reference.site.mdx === 'code';
  return {
    addresses: listAddresses(reference),
    lists: maker.lists.flatMap((route) => addressesOf(reference, route)),
    viewPage: async (address, words) => maker.view(address, words),
    bodyRoutes,
    viewBody: (route) => viewBody(reference.pages.get(route)!, customs, mayRunCode),
    fileOfBody: (route) => reference.pages.get(route)!.page.file.path,
    viewNotFound: (base) => maker.notFound(base),
    writeNavigation: () => maker.navigationFiles(),
    cards: listCards(reference),
    icon: viewIcon(reference.site),
    viewHostFiles: () => viewHostFiles(reference),
    redirects: listRedirects(reference),
    assets: listAssets(reference),
    publicFiles: new Map([...reference.model.publicFiles].map(([path, { place }]) => [path, place ?? path])),
    placeOf: (path) => reference.model.assets.get(path)?.place ?? path,
    components: new Map([...components.values()].map(({ value }, i) => [customName(i), value])),
    parts: new Map([...reference.site.parts].map(([name, { value }]) => [name, value])),
    fonts: viewFonts(reference.site),
    ...(accent === undefined ? {} : { accent: accent.value }),
    lang: reference.site.lang,
    codeLinks: () => maker.codeLinks,
    isUntrusted: reference.site.isUntrusted,
    mayRunCode,
  };
}

/** Old routes in every tree, each leading to the new place in its tree. */
function listRedirects({ site, redirects }: ResolvedReference): readonly RedirectView[] {
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

/** The shapes of the site's icon, else of its logo; its title's first letter where neither can be used. */
function viewIcon({ mark, title }: SiteConfig): IconView {
  const letter = /[\p{L}\p{N}]/u.exec(title)?.[0].toUpperCase() ?? '';
  return { ...(mark ? { shapes: mark } : {}), letter };
}

function viewFonts({ fonts }: SiteConfig): readonly FontView[] {
  return (['text', 'code'] as const).flatMap((use) => {
    const font = fonts[use];
    if (font === undefined) return [];
    const { name, file, weights } = font;
    return [{ use, name, weights, ...(file ? { path: assetPath(file.value) } : {}) }];
  });
}

/** Files that pages, navigation and header show or link to; each once, in order. */
function listAssets({ pages, site, sections }: ResolvedReference): readonly string[] {
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
  for (const section of sections) addLinks(section.links);
  for (const { breadcrumb, links } of pages.values()) {
    add(breadcrumb?.url?.asset);
    for (const target of links.values()) add(target);
  }
  return [...paths].sort();
}
