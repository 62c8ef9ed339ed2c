// A resolved site → the tables for looking up links: pages by route and by file, headings by path, anchors.

import { isIn } from '../../diagnostics/index.ts';
import {
  anchorsOf,
  type CollectedAsset,
  type LinkTarget,
  type ContentModel,
  type ResolvedPage,
  type SiteConfig,
} from '../../model/index.ts';
import type { Linkable, LinkablePage, LinkPlace } from './linkable.ts';
import { LinkSuggester } from './suggest-link.ts';

/** The targets of links. Routes are known from the start. `pages` and `redirects` are set when anchors are known. */
export class LinkableSite implements Linkable {
  readonly site: SiteConfig;
  readonly isLost: (path: string) => boolean;
  readonly assets: ReadonlyMap<string, CollectedAsset>;
  readonly publicFiles: ReadonlyMap<string, CollectedAsset>;
  readonly pages = new Map<string, LinkablePage>([
    ['', { anchors: new Set(), headingPaths: new Map(), isDamaged: false }],
  ]);
  readonly files: ReadonlyMap<string, string>;
  readonly routeDepth: number;
  redirects: ReadonlyMap<string, LinkTarget> = new Map();
  readonly routes: ReadonlySet<string>;
  #suggester: LinkSuggester | undefined;

  constructor({ site, assets, publicFiles, lostRoutes, lostFolders, pages }: ContentModel) {
    this.site = site;
    this.assets = assets;
    this.publicFiles = publicFiles;
    this.isLost = (path) => lostRoutes.has(path) || isIn(lostFolders, path);
    this.routes = new Set(pages.keys());
    this.files = new Map([...pages.values()].map(({ file, route }) => [file.path.normalize('NFC'), route]));
    this.routeDepth = [...pages.keys()].reduce((max, route) => Math.max(max, route.split('/').length), 0);
  }

  /** The address that the author of a dangling link probably meant. */
  suggest(place: LinkPlace, url: string): string | undefined {
    this.#suggester ??= new LinkSuggester(this);
    return this.#suggester.suggest(place, url);
  }

  /** The page that the author of an unknown route probably meant: `/route`. */
  suggestPage(url: string): string | undefined {
    this.#suggester ??= new LinkSuggester(this);
    return this.#suggester.suggestPage(url);
  }
}

/** The anchors and heading paths of a page, collected at the first link to it. */
export function linkableOf(page: ResolvedPage): LinkablePage {
  let [anchors, headingPaths]: [ReadonlySet<string> | undefined, ReadonlyMap<string, string> | undefined] = [
    undefined,
    undefined,
  ];
  return {
    get anchors() {
      return (anchors ??= collectAnchors(page));
    },
    get headingPaths() {
      return (headingPaths ??= new Map(page.headings.map(({ path, id }) => [path.join('/'), id])));
    },
    isDamaged: page.page.isDamaged,
  };
}

function collectAnchors(page: ResolvedPage): ReadonlySet<string> {
  const ids = [...page.headings.map(({ id }) => id), ...page.entities.map(({ id }) => id), ...page.elementIds];
  const anchors = new Set<string>([...ids, ...page.entities.flatMap(anchorsOf)]);
  if (page.titleHeading) anchors.add(page.titleHeading.id);
  return anchors;
}
