// A resolved page at one address → the view that the templates draw, in reading order.

import type {
  Address,
  BodyPiece,
  CodeLinkCounts,
  Highlighter,
  Language,
  LanguageId,
  LanguageLinkView,
  NavigationView,
  NotFoundView,
  PageView,
  ResolvedPage,
  ResolvedModel,
  SelectorView,
  SiteView,
  StepView,
  TabView,
  ViewWords,
} from '../../compiler/model/index.ts';
import { outputFiles, withSlash } from '../../compiler/source/index.ts';
import { encodePath } from '../../compiler/text/index.ts';
import { assetPath, hrefInTree, hrefOfDestination, hrefTo, linkInTree, pathOf, wayUp } from './addresses.ts';
import type { CodeLinker } from './code-links/code-linker.ts';
import { languageNames } from './language-names.ts';
import { pageTitle } from './page-title.ts';
import { smartenText } from './prose/smart-marks/smarten.ts';
import { routesFile } from './head/view-host-files.ts';
import { hasBody, viewBody } from './prose/view-body.ts';
import { viewBodyPieces } from './prose/view-body-pieces.ts';
import { viewContents } from './view-contents.ts';
import { dependsOnLanguage, viewHead } from './head/view-head.ts';
import { viewPageNavigation, type PageNavigation } from './navigation/page-navigation.ts';
import { SiteNavigation } from './navigation/view-navigation.ts';
import { TableMaker } from './view-tables.ts';
import type { ViewSources } from './view-sources.ts';

/**
 * Makes the views of a site's pages. Create one per site: it prepares the navigation once, and caches texts between
 * pages.
 */
export class PageMaker {
  readonly #resolved: ResolvedModel;
  readonly #navigation: SiteNavigation;
  readonly #hasReference: boolean;
  readonly #site: SiteView;
  readonly #tables: TableMaker;
  #linked = 0;
  #ambiguous = 0;
  /** The body of the last route. */
  #lastBody: { readonly page: ResolvedPage; readonly pieces: readonly BodyPiece[] } | undefined;

  /**
   * @param sources gets the sources of all views
   * @param linker of the site
   */
  constructor(resolved: ResolvedModel, highlighter: Highlighter, sources: ViewSources, linker: CodeLinker) {
    this.#resolved = resolved;
    this.#tables = new TableMaker(resolved, highlighter, sources, linker);
    this.#navigation = new SiteNavigation(resolved);
    this.#hasReference = [...resolved.pages.values()].some(({ entities }) => entities.length > 0);
    const { title, footer, logo, assistants } = resolved.site;
    const pictures = logo && { light: assetPath(logo.light.value), dark: assetPath(logo.dark.value) };
    this.#site = { title, footer, logo: pictures, assistants: assistants.length === 0 ? undefined : assistants };
  }

  view(address: Address, words: ViewWords): PageView {
    const { site } = this.#resolved;
    const { route } = address;
    const page = this.#resolved.pages.get(route);
    const path = pathOf(address);
    const language = site.languages.find(({ id }) => id === address.language) ?? site.languages[0];
    const isMissing = language !== undefined && page?.languages !== undefined && !page.languages.has(language.id);
    const shown = viewPageNavigation(this.#navigation, address, this.#resolved, words);
    const { letters, largeSection } = shown;
    const madeTitle = letters ? largeSection!.all.title : smartenText(site.title);
    const title = page ? pageTitle(page) : madeTitle;
    return {
      address,
      language: language && { id: language.id, label: language.label },
      root: wayUp(path),
      tree: wayUp(route),
      head: viewHead(this.#resolved, {
        address,
        page,
        language,
        title,
        isMissing,
        isList: letters !== undefined,
        trail: shown.trail,
      }),
      site: this.#site,
      llms: site.outputs.llms ? `${wayUp(route)}${outputFiles.llms}` : undefined,
      tabs: this.#tabs(address, page, language),
      header: shown.header,
      navigation: shown.tree,
      largeSection,
      letters,
      breadcrumb: viewBreadcrumb(address, page, shown.trail),
      title,
      titleId: page?.titleHeading?.id,
      sections: shown.sections,
      kind: page && page.entities.length > 0 ? 'reference' : 'guide',
      // The home page has no table of contents.
      contents: page && !isMissing && route !== '' ? viewContents(page.headings) : [],
      missing: isMissing ? { language: language.label, available: this.#available(address, page) } : undefined,
      hasBody: page !== undefined && !isMissing && hasBody(page),
      body: page && !isMissing && hasBody(page) ? this.#body(page) : undefined,
      hasCopyButton: page?.page.hideCopyButton !== true,
      isBodyBroken: page?.page.body.isBroken ?? false,
      ...(page && !isMissing
        ? this.#content(address, page, language, words)
        : { blocks: [], selectors: [], entities: [] }),
      ...(page?.page.showNextPage ? shown.neighbours : {}),
      edit: page && site.edit?.replaceAll('{path}', encodePath(page.page.file.path)),
    };
  }

  /** The body of a page, which is the same in all trees; absent if only compiled code can draw it. */
  #body(page: ResolvedPage): readonly BodyPiece[] | undefined {
    if (this.#resolved.site.mdx === 'code') return undefined;
    if (this.#lastBody?.page !== page) {
      const customs = [...this.#resolved.site.components.keys()];
      this.#lastBody = { page, pieces: viewBodyPieces(viewBody(page, customs, false)) };
    }
    return this.#lastBody.pieces;
  }

  notFound(base: string): NotFoundView {
    const header = this.#navigation
      .header({ route: '' })
      .map((link) => ({ ...link, href: absolute(base, link.href), isCurrent: false }));
    const languages = this.#resolved.site.languages.map((language) => ({
      id: language.id,
      label: language.label,
      names: languageNames(language, this.#resolved.site.languages),
      href: absolute(base, pathOf({ route: '', language: language.id })),
    }));
    const sections = this.#navigation.sections({ route: '' }).map((section) => fromBase(section, base, 2));
    return { base, languages, site: this.#site, header, sections, routes: absolute(base, routesFile) };
  }

  /** No tabs on a page that is the same in every language, if the site has no reference: they would change nothing. */
  #tabs(address: Address, page: ResolvedPage | undefined, current: Language | undefined): readonly TabView[] {
    if (!this.#hasReference && (page === undefined || !dependsOnLanguage(page))) return [];
    return this.#resolved.site.languages.map((language) => ({
      id: language.id,
      label: language.label,
      href: hrefInTree(address, language),
      isCurrent: language === current,
      isAvailable: page?.languages?.has(language.id) ?? true,
    }));
  }

  #available(address: Address, page: ResolvedPage): readonly LanguageLinkView[] {
    return this.#resolved.site.languages
      .filter(({ id }) => page.languages?.has(id))
      .map((language) => linkInTree(address, language));
  }

  #content(
    address: Address,
    page: ResolvedPage,
    language: Language | undefined,
    words: ViewWords,
  ): Pick<PageView, 'blocks' | 'entities' | 'selectors'> {
    const selectors = page.selectors.map(({ languages }) => this.#selector(address, languages, language));
    const { blocks, entities, linked, ambiguous } = this.#tables.view(address, page, language, words);
    this.#count(address, linked, ambiguous);
    return { blocks, selectors, entities };
  }

  /** Routes of the pages that list a large section. */
  get lists(): readonly string[] {
    return this.#navigation.lists;
  }

  /** Files with the navigation of large sections, by path from the top of the output. */
  navigationFiles(): ReadonlyMap<string, string> {
    return this.#navigation.files();
  }

  /**
   * Number of linked and ambiguous names in the samples of the pages made so far. The default tree is not counted,
   * since it repeats a language.
   */
  get codeLinks(): CodeLinkCounts {
    return { linked: this.#linked, ambiguous: this.#ambiguous };
  }

  #count({ language }: Address, linked: number, ambiguous: number): void {
    if (language === undefined) return;
    this.#linked += linked;
    this.#ambiguous += ambiguous;
  }

  #selector(address: Address, ids: readonly LanguageId[], own: Language | undefined): SelectorView {
    const languages = ids.flatMap((id) => this.#resolved.site.languages.find((language) => language.id === id) ?? []);
    const isOwn = own !== undefined && languages.includes(own);
    const shown = isOwn ? own : languages[0]!;
    const links = languages.map((language) => ({
      ...linkInTree(address, language),
      isCurrent: language === shown,
    }));
    return { shown: shown.label, isOwn, links };
  }
}

/** The author's breadcrumb, else the steps through the section's tree. */
function viewBreadcrumb(
  address: Address,
  page: ResolvedPage | undefined,
  trail: PageNavigation['trail'],
): readonly StepView[] {
  if (page?.breadcrumb === undefined)
    return trail.map(({ title, route: to }) =>
      to === undefined ? { title } : { title, href: hrefTo(address.route, to) },
    );
  const { title, url } = page.breadcrumb;
  return [{ title: title.value, href: url && hrefOfDestination(address, url) }];
}

/** An address relative to the site's top → an absolute path with the site's base path. */
function absolute(base: string, href: string): string {
  return /^[a-z]+:/i.test(href) ? href : withSlash(base) + href.replace(/^\.\//, '');
}

/** Links of a tree, down to a depth, with absolute paths. */
function fromBase(link: NavigationView, base: string, depth: number): NavigationView {
  const links = depth === 0 ? [] : link.links.map((child) => fromBase(child, base, depth - 1));
  return { ...link, links, href: link.href === undefined ? undefined : absolute(base, link.href) };
}
