// An address of this site → its target: a page, heading or file (format.md 5.7). The address may be a route, the path
// of a page's file, an old route, the path of a heading below a route, or the path of another file.

import type { AssetTarget, LinkTarget } from '../../model/index.ts';
import type { Linkable, LinkablePage, LinkPlace } from './linkable.ts';
import { pathFrom, readLocalAddress } from './local-address.ts';

/** The target of a link. Undefined if there is none. */
export function findTarget(linkable: Linkable, place: LinkPlace, url: string): LinkTarget | undefined {
  const { path, search, hash } = readLocalAddress(url);
  if (path === '') return findOwnAnchor(linkable, place, hash, search);
  const written = pathFrom(place.folder, path);
  if (written === undefined) return undefined;
  const suffix = search === undefined ? {} : { search };
  const found = findRoute(linkable, written);
  if (found?.kind === 'page') {
    const page = linkable.pages.get(found.route)!;
    const anchor = hash ? hash : found.anchor;
    if (anchor !== undefined && !hasAnchor(page, anchor)) return undefined;
    return {
      kind: 'page',
      route: found.route,
      anchor,
      ...mergeSearch(found.search, search),
    };
  }
  if (found !== undefined) return found;
  const heading = hash ? undefined : findHeading(linkable, written);
  return heading ? { kind: 'page', ...heading, ...suffix } : findAsset(linkable, written, url);
}

function findOwnAnchor(
  linkable: Linkable,
  { route }: LinkPlace,
  hash: string | undefined,
  search: string | undefined,
): LinkTarget | undefined {
  // Outside of pages, a hash without a path is an anchor of the home page.
  const page = linkable.pages.get(route ?? '');
  if (!hash || page === undefined || !hasAnchor(page, hash)) return undefined;
  if (route === undefined || search !== undefined)
    return { kind: 'page', route: route ?? '', anchor: hash, ...mergeSearch(undefined, search) };
  return { kind: 'anchor', anchor: hash };
}

/** A page by its route or its file, or the final target of a redirect. */
export function findRoute(linkable: Linkable, written: string): LinkTarget | undefined {
  if (linkable.pages.has(written)) return { kind: 'page', route: written };
  const route = linkable.files.get(written);
  return route === undefined ? linkable.redirects.get(written) : { kind: 'page', route };
}

/**
 * A file of the content folder or of `public`, by its path.
 * @param url the address as written, whose query and hash are kept
 */
export function findAsset(linkable: Linkable, path: string, url: string): AssetTarget | undefined {
  const own = linkable.assets.get(path);
  const asset = own ?? linkable.publicFiles.get(path);
  if (asset === undefined) return undefined;
  const { size } = asset;
  const suffix = url.slice(/^[^?#]*/.exec(url)![0].length);
  return {
    kind: 'asset',
    path: asset.path,
    ...(own ? {} : { isPublic: true }),
    ...(size ? { width: size.width, height: size.height } : {}),
    ...(suffix === '' ? {} : { suffix }),
  };
}

function hasAnchor({ anchors, isDamaged }: LinkablePage, anchor: string): boolean {
  return isDamaged || anchors.has(anchor);
}

/**
 * A heading by its path, such as `/glossary/saml`: the longest prefix that is a route, then slugs of headings from
 * level 2.
 */
export function findHeading(linkable: Linkable, written: string): { route: string; anchor?: string } | undefined {
  const segments = written.split('/');
  for (let length = Math.min(segments.length - 1, linkable.routeDepth); length >= 0; length--) {
    const prefix = segments.slice(0, length).join('/');
    const page = linkable.pages.get(prefix);
    if (page === undefined) continue;
    if (page.isDamaged) return { route: prefix };
    const anchor = page.headingPaths.get(segments.slice(length).join('/'));
    return anchor === undefined ? undefined : { route: prefix, anchor };
  }
  return undefined;
}

function mergeSearch(first: string | undefined, second: string | undefined): { search?: string } {
  const parts = [first, second].flatMap((search) => (search === undefined || search.length < 2 ? [] : search.slice(1)));
  return parts.length === 0 ? {} : { search: `?${parts.join('&')}` };
}
