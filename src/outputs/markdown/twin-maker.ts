// The model → the sources of Markdown twins. A text that is the same in all languages is written once per page.

import type {
  BlockView,
  CodeView,
  DeprecatedView,
  EntityView,
  MarkdownForm,
  MarkdownText,
  PageView,
  ResolvedModel,
  ResolvedPage,
  RowView,
  TwinCode,
  TwinPage,
  TwinSettings,
  TwinSource,
  TwinText,
  TwinWords,
} from '../../compiler/model/index.ts';
import {
  codeTextOf,
  customName,
  decideText,
  decideTree,
  fenceName,
  smartenTree,
  viewBody,
  type AssetUse,
  type ViewSources,
} from '../html/index.ts';
import { plainTree, type TreeContext } from './plain-tree.ts';
import { cleanText, siteTop, TwinLinks } from './twin-places.ts';
import { writeTree } from './write-tree.ts';

/** Makes the sources of the twins of a site's pages. Create one per site. */
export class TwinMaker {
  /** What the twins of all pages need. */
  readonly settings: TwinSettings;
  readonly #resolved: ResolvedModel;
  readonly #sources: ViewSources;
  readonly #links: TwinLinks;
  readonly #customs: TreeContext['customs'];
  /** What the twins of the last route share: its languages are written one after the other. */
  #last: { readonly page?: ResolvedPage; readonly texts: Map<MarkdownText, TwinText>; source?: TwinPage } = {
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
    const { languages, outputs, title, url, components } = resolved.site;
    this.#resolved = resolved;
    this.#sources = sources;
    this.settings = {
      files: outputs.markdown,
      title,
      url,
      hasList: outputs.llms,
      routes: new Set(['', ...resolved.pages.keys(), ...lists]),
      languages: new Set(languages.map(({ id }) => id)),
    };
    this.#links = new TwinLinks(this.settings);
    const names = [...components.keys()];
    this.#customs = new Map(names.map((name, i) => [customName(i), { name, form: forms.get(name) }]));
  }

  /** The source of the twins of a view. */
  sourceOf(view: PageView, words: TwinWords): TwinSource {
    const page = this.#resolved.pages.get(view.address.route);
    if (this.#last.page !== page) this.#last = { ...(page && { page }), texts: new Map() };
    const texts = new Map<RowView | DeprecatedView, TwinText>();
    const addText = (row: RowView | DeprecatedView): void => {
      const text = this.#sources.texts.get(row);
      if (page !== undefined && text !== undefined) texts.set(row, this.#textOf(text, page, words));
    };
    for (const entity of entitiesOf(view)) visitTexts(entity, addText);
    return {
      page: page && (this.#last.source ??= this.#pageSource(page, words)),
      texts,
      codes: this.#codesOf(view.blocks),
    };
  }

  #codesOf(blocks: readonly BlockView[]): ReadonlyMap<CodeView, TwinCode> {
    const codes = new Map<CodeView, TwinCode>();
    for (const { code } of blocks.flatMap(({ panels }) => panels)) {
      const source = code && this.#sources.codes.get(code);
      if (source) codes.set(code, { text: codeTextOf(source), name: fenceName(source) });
    }
    return codes;
  }

  #textOf(text: MarkdownText, page: ResolvedPage, words: TwinWords): TwinText {
    const known = this.#last.texts.get(text) ?? { markdown: this.#writeText(text, page, words) };
    this.#last.texts.set(text, known);
    return known;
  }

  #writeText(text: MarkdownText, page: ResolvedPage, words: TwinWords): string {
    const decided = decideTree(text.tree, page, drawAsset, decideText(text.tree, words.values));
    return writeTree(plainTree(smartenTree(decided), this.#treeContext(page, words)), true);
  }

  #pageSource(page: ResolvedPage, words: TwinWords): TwinPage {
    const tree = viewBody(page, [...this.#resolved.site.components.keys()], false);
    return {
      entities: page.entities.map(({ id }) => id),
      body: writeTree(plainTree(tree, this.#treeContext(page, words)), false),
    };
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

function entitiesOf({ blocks, entities }: PageView): readonly EntityView[] {
  return [...blocks.flatMap(({ entity }) => entity ?? []), ...entities];
}

/** Calls a function for everything in an entity that may have a text. */
function visitTexts({ deprecated, lists }: EntityView, visit: (row: RowView | DeprecatedView) => void): void {
  const visitRow = (row: RowView): void => {
    visit(row);
    if (row.deprecated) visit(row.deprecated);
    row.children.forEach(visitRow);
  };
  if (deprecated) visit(deprecated);
  for (const { rows } of lists) rows.forEach(visitRow);
}

/** A file that a description shows or links to. */
function drawAsset({ kind, src, alt, title, children }: AssetUse): ReturnType<Parameters<typeof decideTree>[2]> {
  const url = 'url' in src ? src.url : siteTop + src.path;
  const node = kind === 'image' ? { type: 'image', url, alt, title } : { type: 'link', url, title, children };
  return node;
}
