// The samples and tables of a page in one language.

import type {
  Address,
  EntityView,
  Highlighter,
  Language,
  LanguageLinkView,
  MarkdownText,
  PageView,
  ResolvedModel,
  ResolvedPage,
  ResolvedPanel,
  ViewWords,
} from '../../compiler/model/index.ts';
import { linkInTree, pathOf, wayUp } from './addresses.ts';
import type { CodeLinker } from './code-links/code-linker.ts';
import { viewBlock, type LastView } from './code/view-code.ts';
import { viewEntity, type EntityOptions, type RenderText } from './entity/view-entity.ts';
import { renderText } from './prose/render-text.ts';
import type { ViewSources } from './view-sources.ts';

/** Samples and tables, and the number of linked and ambiguous names in the samples. */
export interface PageTables extends Pick<PageView, 'blocks' | 'entities'> {
  readonly linked: number;
  readonly ambiguous: number;
}

/** Makes the samples and tables of pages. Call it for the addresses of one page one after the other. */
export class TableMaker {
  readonly #resolved: ResolvedModel;
  readonly #highlighter: Highlighter;
  readonly #sources: ViewSources;
  readonly #linker: CodeLinker;
  /**
   * HTML of the texts of the last route. The languages of a route are drawn one after the other, and share most texts.
   */
  #rendered: { readonly place?: string; readonly texts: Map<MarkdownText, string> } = { texts: new Map() };
  /** The last views of the panels of the last page, and the fields of its entities. */
  #views: {
    readonly page?: ResolvedPage;
    readonly hasAssets: boolean;
    readonly byPanel: Map<ResolvedPanel, LastView>;
    readonly fields: EntityOptions['fields'];
  } = { hasAssets: false, byPanel: new Map(), fields: new Map() };
  /** The last tables, if they are the same at each address of their page and language. */
  #shared:
    { readonly page: ResolvedPage; readonly language: Language | undefined; readonly tables: PageTables } | undefined;

  /**
   * @param sources gets the sources of all views
   * @param linker of the site
   */
  constructor(resolved: ResolvedModel, highlighter: Highlighter, sources: ViewSources, linker: CodeLinker) {
    this.#resolved = resolved;
    this.#highlighter = highlighter;
    this.#sources = sources;
    this.#linker = linker;
  }

  /** The samples and tables of a page at an address. */
  view(address: Address, page: ResolvedPage, language: Language | undefined, words: ViewWords): PageTables {
    const shared = this.#shared;
    return shared?.page === page && shared.language === language
      ? shared.tables
      : this.#make(address, page, language, words);
  }

  #make(address: Address, page: ResolvedPage, language: Language | undefined, words: ViewWords): PageTables {
    // The default tree shows a language that has a tree too. Only some links differ between the two.
    if (this.#views.page !== page)
      this.#views = { page, hasAssets: hasAssets(page), byPanel: new Map(), fields: new Map() };
    let isOfTree = this.#views.hasAssets;
    const linkTo = (other: Language): LanguageLinkView => {
      isOfTree = true;
      return linkInTree(address, other);
    };
    const entityOptions = {
      render: this.#renderer(page, wayUp(pathOf(address)), words),
      isRequiredFirst: this.#resolved.site.isRequiredFirst,
      languages: this.#resolved.site.languages,
      linkTo,
      sources: this.#sources,
      fields: this.#views.fields,
    };
    const unplaced = new Map<string, EntityView>();
    for (const entity of page.entities) {
      const view = language && viewEntity(entity, language, entityOptions);
      if (view) unplaced.set(entity.id, view);
    }
    const views = this.#views.byPanel;
    let [linked, ambiguous] = [0, 0];
    const blocks = page.blocks.map((block, index) => {
      // If several blocks name an entity, only the first one shows its tables, since ids must be unique on a page.
      const entity = block.entity === undefined ? undefined : unplaced.get(block.entity);
      if (block.entity !== undefined) unplaced.delete(block.entity);
      return viewBlock(block, {
        index,
        route: page.route,
        linker: this.#linker,
        onLinks: (found) => {
          linked += found.links.length;
          ambiguous += found.ambiguous;
        },
        language,
        entity,
        languages: this.#resolved.site.languages,
        siteLanguages: this.#resolved.site.languages,
        highlighter: this.#highlighter,
        linkTo,
        sources: this.#sources,
        views,
      });
    });
    const tables = { blocks, entities: [...unplaced.values()], linked, ambiguous };
    this.#shared = isOfTree ? undefined : { page, language, tables };
    return tables;
  }

  #renderer(page: ResolvedPage, root: string, words: ViewWords): RenderText {
    // Only the relative paths of files and pictures differ between the trees.
    const place = this.#views.hasAssets ? `${root} ${page.route}` : page.route;
    if (this.#rendered.place !== place) this.#rendered = { place, texts: new Map() };
    const { texts } = this.#rendered;
    return (text) => {
      const html = texts.get(text) ?? renderText(text, page, root, words);
      texts.set(text, html);
      return html;
    };
  }
}

/** Whether a page links to files, whose paths differ between the trees. */
function hasAssets({ links }: ResolvedPage): boolean {
  return [...links.values()].some(({ kind }) => kind === 'asset');
}
