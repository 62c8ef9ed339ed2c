// Links as written → the page, heading or property they lead to, or a finding (format.md 5, Links).

import type { Definition, Image, Link, Node } from 'mdast';
import { mapScalar, toSourceRange } from '../source/index.ts';
import { suggest, type Place, type Report } from '../diagnostics/index.ts';
import type { AssetFile, LinkTarget, MarkdownText, Page, SiteConfig } from '../model/index.ts';
import { sortAddress } from './safe-addresses.ts';

type LinkNode = Link | Image | Definition;

/** What can be linked to, by route: headings as paths of slugs, and every anchor. */
export interface LinkableSite {
  readonly site: SiteConfig;
  readonly pages: ReadonlyMap<string, LinkablePage>;
  /** Routes of pages that could not be read at all. */
  readonly lostRoutes: ReadonlySet<string>;
  /** Segments of the longest route. */
  readonly routeDepth: number;
  /** Files beside pages, by path. */
  readonly assets: ReadonlyMap<string, AssetFile>;
}

export interface LinkablePage {
  /** Heading id by path: slugs below the h1 joined with `/`. */
  readonly headingPaths: ReadonlyMap<string, string>;
  readonly anchors: ReadonlySet<string>;
  /** True where a part of the page could not be read: an anchor that is missing may stand there. */
  readonly isDamaged: boolean;
}

/**
 * Resolves all links of a body; `base` turns offsets of the tree into places of the file.
 * @param further links that stand in attributes
 */
export function resolveBodyLinks(
  linkable: LinkableSite,
  page: Page,
  further: readonly Link[],
  targets: Map<LinkNode, LinkTarget>,
  report: Report,
): void {
  const base = page.body.range.start;
  for (const node of [...linksIn(page.body.tree), ...further]) {
    const range = { start: base + (node.position?.start.offset ?? 0), end: base + (node.position?.end.offset ?? 0) };
    const text = page.file.text.slice(range.start, range.end);
    targets.set(node, resolveLink(linkable, page, node, addressPlace(page, range, text, node.url), report));
  }
}

/** Resolves the links of a description, from the page that shows it. Places lie where the description is written. */
export function resolveTextLinks(
  linkable: LinkableSite,
  page: Page,
  text: MarkdownText,
  targets: Map<LinkNode, LinkTarget>,
  report: Report,
): void {
  for (const node of linksIn(text.tree)) {
    targets.set(node, resolveLink(linkable, page, node, textPlace(text, node), report));
  }
}

function textPlace(text: MarkdownText, node: LinkNode): () => Place {
  return () => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const within = node.url === '' ? -1 : text.value.slice(start, end).lastIndexOf(node.url);
    const from = within < 0 ? start : start + within;
    const map = mapScalar(text.file.text, text.node);
    return {
      file: text.file,
      range: toSourceRange(text.file.text, map, from, within < 0 ? end : from + node.url.length),
    };
  };
}

/** A link is marked at its address. */
function addressPlace(page: Page, range: { start: number; end: number }, text: string, url: string): () => Place {
  return () => {
    const within = url === '' ? -1 : text.lastIndexOf(url);
    if (within < 0) return { file: page.file, range };
    return { file: page.file, range: { start: range.start + within, end: range.start + within + url.length } };
  };
}

function* linksIn(node: Node): Generator<LinkNode> {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') yield node as LinkNode;
  if ('children' in node) for (const child of node.children as Node[]) yield* linksIn(child);
}

const dangling: LinkTarget = { kind: 'dangling' };
function resolveLink(
  linkable: LinkableSite,
  page: Page,
  node: LinkNode,
  place: () => Place,
  report: Report,
): LinkTarget {
  if (node.type === 'image' && !node.alt?.trim()) report('image-without-words', place(), { name: node.url });
  const address = sortAddress(node.url);
  if (address.kind === 'external') return address;
  if (address.kind === 'unsafe') {
    report('unsafe-link', place(), { name: node.url });
    return dangling;
  }
  const { url } = address;
  const path = /^[^?#]*/.exec(url)![0];
  if (path !== '' && pathFrom(page, decode(path)) === undefined) {
    report('path-outside-content', place(), { name: node.url });
    return dangling;
  }
  const target = node.type === 'image' ? findAsset(linkable, page, path) : resolveLocal(linkable, page, url);
  if (target !== undefined) return target;
  if (linkable.lostRoutes.has(pathFrom(page, decode(path)) ?? '')) return dangling;
  const severity = linkable.site.isConfigured ? 'error' : 'warning';
  report('dangling-link', { ...place(), severity }, { name: node.url, near: suggestLink(linkable, page, url) });
  return dangling;
}

function findAsset(linkable: LinkableSite, page: Page, path: string): LinkTarget | undefined {
  const asset = linkable.assets.get(pathFrom(page, decode(path)) ?? '');
  if (asset === undefined) return undefined;
  const { size } = asset;
  return { kind: 'asset', path: asset.path, ...(size ? { width: size.width, height: size.height } : {}) };
}

function resolveLocal(linkable: LinkableSite, page: Page, url: string): LinkTarget | undefined {
  const [, path, search, hash] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url)!;
  const anchor = hash === undefined ? undefined : decode(hash);
  if (path === '') {
    if (!anchor) return undefined;
    const own = linkable.pages.get(page.route);
    return own && hasAnchor(own, anchor) ? { kind: 'anchor', anchor } : undefined;
  }
  const written = pathFrom(page, decode(path!));
  if (written === undefined) return undefined;
  const route = linkable.site.redirects.get(written)?.route ?? written;
  const suffix = search === undefined ? {} : { search };
  const exact = linkable.pages.get(route);
  if (exact) {
    if (!anchor) return { kind: 'page', route, ...suffix };
    return hasAnchor(exact, anchor) ? { kind: 'page', route, anchor, ...suffix } : undefined;
  }
  const heading = anchor ? undefined : findHeading(linkable, route);
  return heading ? { kind: 'page', ...heading, ...suffix } : findAsset(linkable, page, path!);
}

function hasAnchor({ anchors, isDamaged }: LinkablePage, anchor: string): boolean {
  return isDamaged || anchors.has(anchor);
}

/** `/glossary/saml`: the longest route that is a prefix, then slugs of headings, from level 2 down. */
function findHeading(linkable: LinkableSite, route: string): { route: string; anchor?: string } | undefined {
  const segments = route.split('/');
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

/** A path from the content folder: from its top where it begins with `/`, else from the page's folder. Undefined above the top. */
function pathFrom(page: Page, path: string): string | undefined {
  const segments = path.startsWith('/') || page.folder === '' ? [] : page.folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function suggestLink(linkable: LinkableSite, page: Page, url: string): string | undefined {
  // The most common slip: a route without the `/` that makes it one.
  if (!url.startsWith('/'))
    return /^[\w-]+\//.test(url) && resolveLocal(linkable, page, `/${url}`) ? `/${url}` : undefined;
  const [path, hash] = url.split('#', 2) as [string, string | undefined];
  const target = linkable.pages.get(path.replace(/^\/|\/$/g, ''));
  if (target && hash !== undefined) {
    const anchor = suggest(hash, target.anchors);
    return anchor && `${path}#${anchor}`;
  }
  const near = suggest(path.replace(/^\/|\/$/g, ''), linkable.pages.keys());
  return near === undefined ? undefined : `/${near}`;
}
