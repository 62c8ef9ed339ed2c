// Links as written → their targets (pages, headings, properties, files), or findings (format.md 5.7).

import type { Definition, Image, Link, Node } from 'mdast';
import type { Place, Report } from '../../diagnostics/index.ts';
import { listNodes, rangeOfNode, type LinkTarget, type MarkdownText, type Page } from '../../model/index.ts';
import { findAsset, findTarget } from './find-target.ts';
import { judgeHost, mayPublish, picturesIn } from './judge-files.ts';
import type { Linkable } from './linkable.ts';
import { pathFrom, readLocalAddress } from './local-address.ts';
import { classifyAddress } from './safe-addresses.ts';

type LinkNode = Link | Image | Definition;

/**
 * Resolves all links of a body and adds their targets to `targets`.
 * @param further links in attributes of components
 */
export function resolveBodyLinks(
  linkable: Linkable,
  page: Page,
  further: readonly Link[],
  targets: Map<LinkNode, LinkTarget>,
  report: Report,
): void {
  const base = page.body.range.start;
  const pictures = picturesIn(page.body.tree);
  for (const node of [...listNodes(page.body.tree, isLink), ...further]) {
    const range = rangeOfNode(node, base);
    const text = page.file.text.slice(range.start, range.end);
    const use = { node, isPicture: pictures.has(node), place: addressPlace(page, range, text, node.url) };
    targets.set(node, resolveLink(linkable, page, use, report));
  }
}

/**
 * Resolves the links of a description, relative to the page that shows it. The findings are in the file of the
 * description.
 */
export function resolveTextLinks(
  linkable: Linkable,
  page: Page,
  text: MarkdownText,
  targets: Map<LinkNode, LinkTarget>,
  report: Report,
): void {
  const pictures = picturesIn(text.tree);
  for (const node of listNodes(text.tree, isLink)) {
    const use = { node, isPicture: pictures.has(node), place: textPlace(text, node) };
    targets.set(node, resolveLink(linkable, page, use, report));
  }
}

function textPlace(text: MarkdownText, node: LinkNode): () => Place {
  return () => {
    const { start, end } = rangeOfNode(node);
    const within = node.url === '' ? -1 : text.value.slice(start, end).lastIndexOf(node.url);
    const from = within < 0 ? start : start + within;
    return { file: text.file, range: text.rangeOf(from, within < 0 ? end : from + node.url.length) };
  };
}

/** The place of a link's address. */
function addressPlace(page: Page, range: { start: number; end: number }, text: string, url: string): () => Place {
  return () => {
    const within = url === '' ? -1 : text.lastIndexOf(url);
    if (within < 0) return { file: page.file, range };
    return { file: page.file, range: { start: range.start + within, end: range.start + within + url.length } };
  };
}

function isLink(node: Node): node is LinkNode {
  return node.type === 'link' || node.type === 'image' || node.type === 'definition';
}

/** A link with the place for its findings. */
interface LinkUse {
  readonly node: LinkNode;
  /** Whether the address is that of a picture. */
  readonly isPicture: boolean;
  readonly place: () => Place;
}

function isFile(linkable: Linkable, address: string | undefined): boolean {
  const path = address === undefined ? undefined : pathFrom('', readLocalAddress(address).path);
  return path !== undefined && findAsset(linkable, path, '') !== undefined;
}

const dangling: LinkTarget = { kind: 'dangling' };

function resolveLink(linkable: Linkable, page: Page, { node, isPicture, place }: LinkUse, report: Report): LinkTarget {
  if (node.type === 'image' && !node.alt?.trim()) report('image-without-words', place(), { name: node.url });
  const address = classifyAddress(node.url);
  if (address.kind === 'external')
    return judgeHost({ url: address.url, written: node.url, isPicture }, linkable.site.imageHosts, place, report);
  if (address.kind === 'unsafe') {
    report('unsafe-link', place(), { name: node.url });
    return dangling;
  }
  const { url } = address;
  const { path } = readLocalAddress(url);
  const written = path === '' ? '' : pathFrom(page.folder, path);
  if (written === undefined) {
    report('path-outside-content', place(), { name: node.url });
    return dangling;
  }
  const target = node.type === 'image' ? findAsset(linkable, written, url) : findTarget(linkable, page, url);
  if (target?.kind === 'asset') return mayPublish(linkable, target, isPicture, place, report) ? target : dangling;
  if (target !== undefined) return target;
  if (path !== '' && linkable.isLost(written)) return dangling;
  const severity = linkable.site.isConfigured ? 'error' : 'warning';
  const near = linkable.suggest(page, url);
  if (node.type !== 'image') report('dangling-link', { ...place(), severity }, { name: node.url, near });
  // A picture is a file, so only files are suggested.
  else
    report(
      'dangling-link',
      { ...place(), severity },
      { name: node.url, near: isFile(linkable, near) ? near : undefined, file: written },
    );
  return dangling;
}
