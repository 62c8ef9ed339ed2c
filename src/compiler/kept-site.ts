// The facts of a site → the site as the stages after `collect` see it, compiled page by page when a page is asked for.
// Whatever is read of a page is either a fact or comes from its file, so nothing in it can differ from a whole
// compilation of files with the same facts.

import { decodeContent } from './decode/index.ts';
import type { Report } from './diagnostics/index.ts';
import { lazy, LazyMap, NotKept } from './lazy.ts';
import {
  leavesOf,
  type CollectedEntity,
  type CollectedSample,
  type ContentModel,
  type DescriptionTree,
  type Document,
  type LanguageId,
  type LeafPlaces,
  type MarkdownText,
  type MergedNode,
  type Page,
  type PageFacts,
  type ResolvedModel,
  type ResolvedPage,
  type Sample,
  type SiteFacts,
} from './model/index.ts';
import { stubPage } from './stub-page.ts';
import { parseContent, parseText } from './parse/index.ts';
import {
  linkableOf,
  makeDescriptions,
  makeResolveType,
  resolvePage,
  resolvePageLinks,
  type Linkable,
  type LinkablePage,
  type PageContext,
} from './resolve/index.ts';
import { collectSamples } from './collect/index.ts';
import type { SourceFile } from './source/index.ts';

/** The files of a site that were not edited. */
export interface KeptFiles {
  /** The text of a page's file; undefined if it cannot be read. */
  readPage(path: string): SourceFile | undefined;
  /** A sample that was edited; undefined if it cannot be read, or has a finding of reading. */
  readSample(path: string): Sample | undefined;
  /** Samples by folder, then stem. */
  readonly samples: ReadonlyMap<string, ReadonlyMap<string, () => readonly Sample[]>>;
}

/** Parses and decodes one page. */
export type ReadPage = (file: SourceFile, report: Report) => Page;

/** Makes the reader of pages, with the settings of the site. */
export function makeReadPage({ collectedSite }: SiteFacts): ReadPage {
  let parse: ((file: SourceFile, report: Report) => Document) | undefined;
  let decode: ((document: Document, report: Report) => Page) | undefined;
  const parsed = parseContent(
    {
      name: '',
      isUntrusted: collectedSite.isUntrusted,
      site: collectedSite.file,
      pages: [{ path: 'page.mdx', text: '' }],
      navigation: [],
      samples: [],
      assets: [],
    },
    ignore,
    (file, report, one) => (parse = one)(file, report),
  );
  const makeParse = (report: Report) => (file: SourceFile, node: Parameters<typeof parseText>[1]) =>
    parseText(file, node, report);
  decodeContent(parsed, makeParse, ignore, (document, _languages, report, one) => (decode = one)(document, report));
  return (file, report) => decode!(parse!(file, report), report);
}

type UnlinkedPage = ReturnType<typeof resolvePage>;

/** A site of which single pages are compiled. */
export class KeptSite {
  readonly resolved: ResolvedModel;
  readonly #facts: SiteFacts;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #edited: ReadonlyMap<string, Page>;
  readonly #readPage: ReadPage;
  readonly #files: KeptFiles;
  readonly #pages: Map<string, Page>;
  readonly #maxPages: number;
  readonly #context: PageContext;
  readonly #unlinked = new Map<string, UnlinkedPage>();
  /** Pages that are resolved completely, by route. */
  readonly #whole = new Map<string, ResolvedPage>();

  /**
   * @param edited the edited pages by route
   * @param pages unedited pages by route, which several sites may share; pages are added
   * @param report takes the findings of edited pages
   * @param maxPages most unedited pages that are compiled
   */
  constructor(
    facts: SiteFacts,
    options: {
      readonly files: KeptFiles;
      readonly readPage: ReadPage;
      readonly edited: ReadonlyMap<string, Page>;
      readonly pages: Map<string, Page>;
      readonly report: Report;
      readonly maxPages: number;
    },
  ) {
    this.#facts = facts;
    this.#indexes = new Map(facts.pages.map(({ route }, i) => [route, i]));
    this.#edited = options.edited;
    this.#readPage = options.readPage;
    this.#files = options.files;
    this.#pages = options.pages;
    this.#maxPages = options.maxPages;
    const routes = [...this.#indexes.keys()];
    const model: ContentModel = {
      site: facts.collectedSite,
      approvals: [],
      pages: new LazyMap(routes, (route) => this.#pageAt(route)),
      lostRoutes: new Set(),
      lostFolders: new Set(),
      navigation: new Map(),
      descriptions: this.#descriptionsOf(facts.descriptions),
      entities: new Map([...facts.entities].map(([language, byKey]) => [language, this.#entitiesOf(language, byKey)])),
      samples: { hasSamples: options.files.samples.size > 0, byFolder: samplesOf(options.files) },
      assets: facts.assets,
      publicFiles: facts.publicFiles,
    };
    const ofEdited = makeContext(model, this.#linkable(routes), options.report);
    this.#context = makeContext(model, ofEdited.linkable, ignore);
    this.#resolveEdited(ofEdited);
    this.resolved = {
      model,
      site: facts.site,
      pages: new LazyMap(routes, (route) => this.#whole.get(route) ?? this.#stub(route, () => this.#wholeAt(route))),
      sections: facts.sections,
      redirects: facts.redirects,
      usedDescriptions: new Set(),
    };
  }

  /** First the pages and then their links, which may lead to anchors of each other. */
  #resolveEdited(context: PageContext): void {
    for (const [route, page] of this.#edited) this.#unlinked.set(route, resolvePage(context, page));
    const reported = new Set<MarkdownText>();
    for (const route of this.#edited.keys()) {
      const { resolved, links } = this.#unlinked.get(route)!;
      this.#whole.set(route, resolvePageLinks(context.linkable, resolved, links, context.report, reported));
    }
  }

  #factsOf(route: string): PageFacts {
    return this.#facts.pages[this.#indexes.get(route)!]!;
  }

  #stub(route: string, whole: () => ResolvedPage): ResolvedPage {
    return stubPage(this.#factsOf(route), { page: () => this.#pageAt(route), whole });
  }

  #pageAt(route: string): Page {
    const edited = this.#edited.get(route);
    if (edited !== undefined) return edited;
    const known = this.#pages.get(route);
    if (known !== undefined) return known;
    if (this.#pages.size >= this.#maxPages) throw new NotKept('too many pages');
    const file = this.#files.readPage(this.#factsOf(route).path);
    if (file === undefined) throw new NotKept(route);
    const page = this.#readPage(file, ignore);
    if (page.route !== route) throw new NotKept(route);
    this.#pages.set(route, page);
    return page;
  }

  /** A page without the targets of its links: pages may link to each other. */
  #unlinkedAt(route: string): UnlinkedPage {
    const known = this.#unlinked.get(route) ?? resolvePage(this.#context, this.#pageAt(route));
    this.#unlinked.set(route, known);
    return known;
  }

  #wholeAt(route: string): ResolvedPage {
    const known = this.#whole.get(route);
    if (known !== undefined) return known;
    const { resolved, links } = this.#unlinkedAt(route);
    const { linkable, report } = this.#context;
    const whole = resolvePageLinks(linkable, resolved, links, report, new Set());
    this.#whole.set(route, whole);
    return whole;
  }

  #entitiesOf(
    language: LanguageId,
    byKey: ReadonlyMap<string, readonly number[]>,
  ): ReadonlyMap<string, readonly CollectedEntity[]> {
    return new LazyMap(byKey.keys(), (key) => {
      const places = byKey.get(key)!;
      return places.flatMap((index, i) => {
        if (i % 2 > 0) return [];
        const page = this.#pageAt(this.#facts.pages[index]!.route);
        const entity = page.entities.get(language)?.[places[i + 1]!];
        if (entity?.key.value !== key) throw new NotKept(key);
        return { page, entity };
      });
    });
  }

  #descriptionsOf(places: LeafPlaces, above = ''): DescriptionTree {
    const nodes = [...places].map(([key, place]): [string, MergedNode] => {
      const path = above === '' ? key : `${above}.${key}`;
      if (place instanceof Map) return [key, { kind: 'branch', table: this.#descriptionsOf(place, path) }];
      const [index, at] = place as readonly [number, number];
      const leaf = lazy({ kind: 'leaf' } as const, () => {
        const page = this.#pageAt(this.#facts.pages[index]!.route);
        const found = leavesOf(page.descriptions)[at];
        if (found === undefined) throw new NotKept(path);
        return { kind: 'leaf' as const, path, description: found.description, page, keyRange: found.keyRange };
      });
      return [key, leaf];
    });
    return new Map(nodes);
  }

  #linkable(routes: readonly string[]): Linkable {
    const { collectedSite, assets, publicFiles, redirects, pages } = this.#facts;
    const anchors = new LazyMap<string, LinkablePage>(new Set(['', ...routes]), (route) =>
      this.#indexes.has(route)
        ? linkableOf(
            // The facts of an edited page are those before the edit.
            this.#edited.has(route)
              ? this.#unlinkedAt(route).resolved
              : this.#stub(route, () => this.#unlinkedAt(route).resolved),
          )
        : { anchors: new Set(), headingPaths: new Map(), isDamaged: false },
    );
    return {
      site: collectedSite,
      isLost: () => false,
      assets,
      publicFiles,
      pages: anchors,
      files: new Map(pages.map(({ path, route }) => [path.normalize('NFC'), route])),
      routeDepth: routes.reduce((max, route) => Math.max(max, route.split('/').length), 0),
      redirects,
      routes: new Set(routes),
      suggest: () => undefined,
      suggestPage: () => undefined,
    };
  }
}

function makeContext(model: ContentModel, linkable: Linkable, report: Report): PageContext {
  return {
    model,
    linkable,
    report,
    descriptions: makeDescriptions(model.descriptions, report),
    resolveType: makeResolveType(model),
    reportNoSamples: () => report('no-samples', { file: '.' }, {}),
  };
}

function samplesOf({ samples }: KeptFiles): ReadonlyMap<string, ReadonlyMap<string, readonly CollectedSample[]>> {
  return new Map(
    [...samples].map(([folder, stems]) => [
      folder,
      new LazyMap(stems.keys(), (stem) => {
        const { byFolder } = collectSamples(stems.get(stem)!(), ignore);
        return byFolder.get(folder)?.get(stem) ?? [];
      }),
    ]),
  );
}

const ignore: Report = () => {};
