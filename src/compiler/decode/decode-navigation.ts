// A section's `_navigation.mdx` → its tree of links (format.md 1.4).

import type { Report } from '../diagnostics/index.ts';
import { navigationLinkShape, navigationShape } from '../format/index.ts';
import type { Document, ListNode, MapNode, NavigationFile, NavigationLink } from '../model/index.ts';
import { folderOf } from './decode-page.ts';
import { isTooDeep, MapReader } from './map-reader.ts';
import { readMaps } from './read-values.ts';
import type { DecodeContext } from './refuse.ts';

/** Decodes a navigation file; undefined if its frontmatter cannot be read. */
export function decodeNavigation(document: Document, report: Report): NavigationFile | undefined {
  const { file, frontmatter } = document;
  reportText(document, report);
  if (frontmatter === undefined) return undefined;
  const context: DecodeContext = { file, report, parseText: noText };
  const map = new MapReader(context, frontmatter, navigationShape);
  const links = map.list('links');
  return {
    file,
    section: folderOf(file.path),
    title: map.text('title')?.value,
    links: links ? decodeLinks(context, links, 1) : [],
  };
}

/** Reports text below the frontmatter, which readers would never see. */
function reportText({ file, body }: Document, report: Report): void {
  const text = body.tree.children.find((node) => node.type !== 'definition' && !isComment(node));
  const start = body.range.start + (text?.position?.start.offset ?? 0);
  const [line] = /^[^\r\n]*/.exec(file.text.slice(start))!;
  if (text) report('text-in-navigation', { file, range: { start, end: start + line.trimEnd().length } }, {});
}

function isComment(node: { readonly type: string }): boolean {
  return node.type === 'mdxFlowExpression' && /^\s*\/\*[^]*\*\/\s*$/.test((node as { value?: string }).value ?? '');
}

function decodeLinks(context: DecodeContext, node: ListNode, level: number): readonly NavigationLink[] {
  if (isTooDeep(context, navigationLinkShape, node, level)) return [];
  return readMaps(context, 'links', node, navigationShape.keys.links.value)
    .map((item) => decodeLink(context, item, level))
    .filter((link) => link !== undefined);
}

function decodeLink(context: DecodeContext, node: MapNode, level: number): NavigationLink | undefined {
  const map = new MapReader(context, node, navigationLinkShape);
  map.require();
  const title = map.text('title');
  if (title === undefined) return undefined;
  map.requireOne(title);
  const links = map.list('links');
  return {
    title: title.value,
    url: map.text('url'),
    links: links && links.items.length > 0 ? decodeLinks(context, links, level + 1) : [],
    featureFlag: map.text('featureFlag')?.value,
    excludeFromSearch: map.boolean('excludeFromSearch')?.value ?? false,
  };
}

function noText(): never {
  throw new Error('a navigation has no Markdown');
}
