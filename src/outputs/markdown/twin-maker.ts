// The view of a page → its Markdown twins: the same content in the same order, for programs. A text that is the same in
// all languages is written once per page.

import type {
  PageView,
  ResolvedModel,
  ResolvedPage,
  RowView,
  DeprecatedView,
  TwinWords,
  MarkdownForm,
  MarkdownText,
} from '../../compiler/model/index.ts';
import {
  customName,
  decideText,
  decideTree,
  smartenTree,
  twinPaths,
  viewBody,
  type AssetUse,
  type ViewSources,
} from '../html/index.ts';
import { fillSlots } from './fill-slots.ts';
import { writeFrontMatter } from './front-matter.ts';
import { link, plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';
import { plainTree, type TreeContext } from './plain-tree.ts';
import { cleanText, placeLinks, siteTop, treeTop, TwinLinks } from './twin-places.ts';
import { writeEntity } from './write-entity.ts';
import { writeLists } from './write-lists.ts';
import { writeMissing } from './write-missing.ts';
import { writeTree } from './write-tree.ts';

/** Makes the twins of a site's pages. Create one per site. */
export class TwinMaker {
  readonly #resolved: ResolvedModel;
  readonly #sources: ViewSources;
  readonly #links: TwinLinks;
  readonly #customs: TreeContext['customs'];
  /** Texts of the last route, whose languages are written one after the other. */
  #last: { readonly page?: ResolvedPage; readonly texts: Map<MarkdownText, string>; body?: string } = {
    texts: new Map(),
  };

  /**
   * @param sources the sources of the views that will be written
   * @param lists routes of the generated pages that list a section
   * @param forms Markdown forms of the site's own components, by their names
   */
  constructor(
    resolved: ResolvedModel,
    sources: ViewSources,
    lists: readonly string[],
    forms: ReadonlyMap<string, MarkdownForm>,
  ) {
    this.#resolved = resolved;
    this.#sources = sources;
    const routes = new Set(['', ...resolved.pages.keys(), ...lists]);
    const languages = new Set(resolved.site.languages.map(({ id }) => id));
    this.#links = new TwinLinks(routes, languages, resolved.site.outputs.markdown);
    const names = [...resolved.site.components.keys()];
    this.#customs = new Map(names.map((name, i) => [customName(i), { name, form: forms.get(name) }]));
  }

  /** The twins of a page, by path from the top of the site. */
  write(view: PageView, words: TwinWords): ReadonlyMap<string, string> {
    const { site } = this.#resolved;
    const paths = twinPaths(view.address, site.outputs.markdown);
    if (paths.length === 0) return new Map();
    const text = this.#writePage(view, words);
    return new Map(paths.map((path) => [path, placeLinks(text, path, view.address.language, site.url)]));
  }

  #writePage(view: PageView, words: TwinWords): string {
    const { site } = this.#resolved;
    const page = this.#resolved.pages.get(view.address.route);
    const context = this.#contextOf(view, page, words);
    const facts = {
      title: view.title,
      description: view.head.description,
      canonical: view.head.canonical,
      language: view.language?.id,
      entities: page?.entities.map(({ id }) => id),
    };
    const blocks = [
      writeFrontMatter(facts),
      `# ${plainWords(view.title)}`,
      ...(site.outputs.llms ? [link(plainWords(words.values.allPages(site.title)), `${treeTop}llms.txt`)] : []),
      ...(view.missing ? writeMissing(view.missing, context) : []),
      ...(view.isBodyBroken && !view.missing ? [`*${plainWords(words.brokenBody)}*`] : []),
      ...(page && view.hasBody ? [fillSlots(this.#bodyOf(page, words), view, context)] : []),
      ...view.entities.flatMap((entity) => writeEntity(entity, [], context)),
      ...writeLists(view, context),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  }

  #contextOf(view: PageView, page: ResolvedPage | undefined, words: TwinWords): PageContext {
    if (this.#last.page !== page) this.#last = { ...(page && { page }), texts: new Map() };
    return {
      words,
      language: view.language?.label ?? '',
      hrefOf: (href) => this.#links.inSite(href, view.address),
      textOf: (row) => (page === undefined ? '' : this.#textOf(row, page, words)),
      codeOf: (code) => this.#sources.codes.get(code),
    };
  }

  #textOf(row: RowView | DeprecatedView, page: ResolvedPage, words: TwinWords): string {
    const text = this.#sources.texts.get(row);
    if (text === undefined) return '';
    const known = this.#last.texts.get(text) ?? this.#writeText(text, page, words);
    this.#last.texts.set(text, known);
    return known;
  }

  #writeText(text: MarkdownText, page: ResolvedPage, words: TwinWords): string {
    const decided = decideTree(text.tree, page, drawAsset, decideText(text.tree, words.values));
    return writeTree(plainTree(smartenTree(decided), this.#treeContext(page, words)), true);
  }

  /** The body of a page, with slots for what depends on the language. */
  #bodyOf(page: ResolvedPage, words: TwinWords): string {
    return (this.#last.body ??= this.#writeBody(page, words));
  }

  #writeBody(page: ResolvedPage, words: TwinWords): string {
    const tree = viewBody(page, [...this.#resolved.site.components.keys()], false);
    return writeTree(plainTree(tree, this.#treeContext(page, words)), false);
  }

  #treeContext(page: ResolvedPage, words: TwinWords): TreeContext {
    return {
      words,
      customs: this.#customs,
      targetOf: (address) => {
        if ('path' in address) return siteTop + address.path;
        return address.href.startsWith(siteTop)
          ? address.href
          : this.#links.inTree(cleanText(address.href), page.route);
      },
    };
  }
}

/** A file that a description shows or links to. */
function drawAsset({ kind, src, alt, title, children }: AssetUse): ReturnType<Parameters<typeof decideTree>[2]> {
  const url = 'url' in src ? src.url : siteTop + src.path;
  const node = kind === 'image' ? { type: 'image', url, alt, title } : { type: 'link', url, title, children };
  return node;
}
