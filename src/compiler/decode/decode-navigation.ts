// A section's `_navigation.mdx` → its tree of links (format.md 1.4).

import { bounds } from '../source/index.ts';
import type { DataNode, Document, ListNode, NavigationFile, NavigationLink } from '../model/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { folderOf } from './decode-page.ts';
import { MapReader, refuse, type DecodeContext } from './map-reader.ts';
import { navigationLinkShape, navigationShape } from './shapes.ts';

/** Decodes a navigation file; absent where nothing of its frontmatter can be read. */
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
    title: map.trimmed('title')?.value,
    links: links ? decodeLinks(context, links, 1) : [],
  };
}

/** Reports text below the frontmatter: a navigation has none, and readers would never see it. */
function reportText({ file, body }: Document, report: Report): void {
  const text = body.tree.children.find((node) => node.type !== 'definition' && !isComment(node));
  const start = body.range.start + (text?.position?.start.offset ?? 0);
  const [line] = /^[^\r\n]*/.exec(file.text.slice(start))!;
  if (text) report('text-in-navigation', { file, range: { start, end: start + line.trimEnd().length } }, {});
}

function isComment(node: { readonly type: string }): boolean {
  return node.type === 'mdxFlowExpression' && /^\s*\/\*[^]*\*\/\s*$/.test((node as { value?: string }).value ?? '');
}

function decodeLinks(context: DecodeContext, node: ListNode, depth: number): readonly NavigationLink[] {
  if (depth > bounds.navigationDepth) {
    const place = { file: context.file, range: { start: node.range.start, end: node.range.start + 1 } };
    context.report('navigation-too-deep', place, { limit: bounds.navigationDepth });
    return [];
  }
  return node.items.map((item) => decodeLink(context, item, depth)).filter((link) => link !== undefined);
}

function decodeLink(context: DecodeContext, node: DataNode, depth: number): NavigationLink | undefined {
  if (node.kind !== 'map') {
    refuse(context, 'links', node, 'a list of maps with `title` and `url`');
    return undefined;
  }
  const map = new MapReader(context, node, navigationLinkShape);
  const title = map.trimmed('title');
  if (title === undefined) {
    const place = { file: context.file, range: { start: node.range.start, end: node.range.start + 1 } };
    if (!map.has('title')) context.report('missing-key', place, { name: 'title', where: navigationLinkShape.where });
    return undefined;
  }
  const links = map.list('links');
  const isEmpty = !map.has('url') && !map.has('links') && !map.hasUnknown;
  if (isEmpty) context.report('missing-key', title, { name: 'url', where: navigationLinkShape.where });
  return {
    title: title.value,
    url: map.trimmed('url'),
    links: links && links.items.length > 0 ? decodeLinks(context, links, depth + 1) : [],
    featureFlag: map.trimmed('featureFlag')?.value,
    excludeFromSearch: map.boolean('excludeFromSearch')?.value ?? false,
  };
}

function noText(): never {
  throw new Error('a navigation has no Markdown');
}
