// Addresses of pages as paths, and relative links between them (ARCHITECTURE.md, “Promises”).

import { pathOf } from '../../compiler/model/index.ts';
import type {
  Address,
  AssetTarget,
  Destination,
  Language,
  LanguageId,
  LanguageLinkView,
  LinkTarget,
  ResolvedModel,
} from '../../compiler/model/index.ts';
import { routeFrom } from '../../compiler/source/index.ts';
import { encodePath } from '../../compiler/text/index.ts';

export { pathOf };

/**
 * All addresses of a site: each route in the default tree, then in each language's tree, so that all views of a route
 * are adjacent.
 */
export function listAddresses(resolved: ResolvedModel): readonly Address[] {
  const routes = resolved.pages.has('') ? [...resolved.pages.keys()] : ['', ...resolved.pages.keys()];
  return routes.flatMap((route) => addressesOf(resolved, route));
}

/** A route in the default tree, then in each language's. */
export function addressesOf({ site }: ResolvedModel, route: string): readonly Address[] {
  const languages: readonly (LanguageId | undefined)[] = [undefined, ...site.languages.map(({ id }) => id)];
  return languages.map((language) => (language === undefined ? { route } : { route, language }));
}

/** The relative path from a page to the top of its tree: `../` per segment of its route, `./` at the top. */
export function wayUp(path: string): string {
  let depth = 0;
  for (let at = 0; at < path.length; at++) {
    if (path[at] !== '/' && (at === 0 || path[at - 1] === '/')) depth++;
  }
  return depth === 0 ? './' : '../'.repeat(depth);
}

/** Relative link from the page at `route` to another page of the same tree. It is the same in every language's tree. */
export function hrefTo(route: string, target: string, anchor?: string): string {
  const hash = anchor === undefined ? '' : `#${plainName.test(anchor) ? anchor : encodeURIComponent(anchor)}`;
  if (route === target && anchor !== undefined) return hash;
  const path = target === '' ? '' : `${encodePath(target)}/`;
  return `${wayUp(route)}${path}${hash}`;
}

/** Matches a name of which an address escapes nothing, as most are. */
const plainName = /^[\w.-]*$/;

/** The `href` of a resolved link on a page; undefined for a broken link. */
export function hrefOf(route: string, target: LinkTarget | undefined): string | undefined {
  switch (target?.kind) {
    case 'page': {
      const href = hrefTo(route, target.route, target.anchor);
      if (target.search === undefined) return href;
      const hash = href.includes('#') ? href.indexOf('#') : href.length;
      return href.slice(0, hash) + target.search + href.slice(hash);
    }
    case 'anchor':
      return `#${encodeURIComponent(target.anchor)}`;
    case 'external':
      return target.url;
    // Files are below the site's top, whose relative path depends on the tree: see `AssetUse`.
    case 'asset':
    default:
      return undefined;
  }
}

/** The address of a link's file from the top of the output, with the link's query and hash. */
export function filePath({ path, isPublic, suffix = '' }: AssetTarget): string {
  return (isPublic ? escapePath(path) : assetPath(path)) + suffix;
}

/** The `href` of a link outside of prose, on the page at an address. */
export function hrefOfDestination(from: Address, { value, asset }: Destination): string {
  if (asset) return wayUp(pathOf(from)) + filePath(asset);
  return value.startsWith('/') ? hrefTo(from.route, routeFrom(value)) : value;
}

/**
 * The path of a content file in the output: in a folder without pages, so that paths cannot clash. Quotes and
 * parentheses are escaped, too, since the address is also used in style sheets.
 */
export function assetPath(path: string): string {
  return `_content/${escapePath(path)}`;
}

function escapePath(path: string): string {
  const escape = (segment: string): string =>
    encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return path.split('/').map(escape).join('/');
}

/** Link from a page to itself in the tree of a language. */
export function hrefInTree(address: Address, language: Language): string {
  return wayUp(pathOf(address)) + pathOf({ route: address.route, language: language.id });
}

/** A link to a page in the tree of a language, with its title. */
export function linkInTree(address: Address, language: Language): LanguageLinkView {
  return { language: language.id, title: language.label, href: hrefInTree(address, language), isCurrent: false };
}
