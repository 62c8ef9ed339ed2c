// A resolved site by what links may name: pages by route and by file, headings as paths of slugs, every anchor.

import { isIn } from '../../diagnostics/index.ts';
import type { CollectedAsset, LinkTarget, ReferenceModel, ResolvedPage, SiteConfig } from '../../model/index.ts';
import { anchorsOf } from '../items-of.ts';
import type { Linkable, LinkablePage, LinkPlace } from './linkable.ts';
import { LinkSuggester } from './suggest-link.ts';

/** What can be linked to. Pages are there by route from the start; what is on them, once it is known. */
export class LinkableSite implements Linkable {
  readonly site: SiteConfig;
  readonly isLost: (path: string) => boolean;
  readonly assets: ReadonlyMap<string, CollectedAsset>;
  readonly pages = new Map<string, LinkablePage>([['', { anchors: new Set(), headingPaths: new Map(), isDamaged: false }]]);
  readonly files: ReadonlyMap<string, string>;
  readonly routeDepth: number;
  redirects: ReadonlyMap<string, LinkTarget> = new Map();
  readonly routes: ReadonlySet<string>;
  #suggester: LinkSuggester | undefined;

  constructor({ site, assets, lostRoutes, lostFolders, pages }: ReferenceModel) {
    this.site = site;
    this.assets = assets;
    this.isLost = (path) => lostRoutes.has(path) || isIn(lostFolders, path);
    this.routes = new Set(pages.keys());
    this.files = new Map([...pages.values()].map(({ file, route }) => [file.path.normalize('NFC'), route]));
    this.routeDepth = [...pages.keys()].reduce((most, route) => Math.max(most, route.split('/').length), 0);
  }

  /** What a link that leads nowhere probably means. */
  suggest(place: LinkPlace, url: string): string | undefined {
    this.#suggester ??= new LinkSuggester(this);
    return this.#suggester.suggest(place, url);
  }

  /** The page that a route that leads nowhere probably means: `/route`. */
  suggestPage(url: string): string | undefined {
    this.#suggester ??= new LinkSuggester(this);
    return this.#suggester.suggestPage(url);
  }
}

/** What of a page can be linked to. */
export function linkableOf(page: ResolvedPage): LinkablePage {
  const ids = [...page.headings.map(({ id }) => id), ...page.entities.map(({ id }) => id), ...page.elementIds];
  const anchors = new Set<string>([...ids, ...anchorsOf(page.entities)]);
  if (page.titleHeading) anchors.add(page.titleHeading.id);
  const headingPaths = new Map(page.headings.map(({ path, id }) => [path.join('/'), id]));
  return { anchors, headingPaths, isDamaged: page.page.isDamaged };
}
