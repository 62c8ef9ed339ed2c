// A parsed Markdown tree → the tree to draw, with relative addresses, tags as text, and alignment as classes. Makes new
// nodes and does not change those of the model.

import type { Definition, InlineCode, Node, Parent, Root } from 'mdast';
import { filePath, hrefOf } from '../addresses.ts';
import { breakCode } from './break-code.ts';
import { decideTable } from './decide-table.ts';
import { isParent, listNodes, wordsOf, type ResolvedPage } from '../../../compiler/model/index.ts';

/** Caller's override for a node; undefined uses the default rules, `[]` drops the node. */
export type Decide = (node: Node, children: () => Node[]) => readonly Node[] | undefined;

/** A file that a tree links to, or a picture that it shows. */
export interface AssetUse {
  readonly kind: 'image' | 'link';
  /**
   * External address, or path below the site's top. Bodies are the same in all trees, so they do not know the relative
   * path to the top.
   */
  readonly src: { readonly url: string } | { readonly path: string };
  readonly alt: string;
  readonly title?: string | undefined;
  readonly width?: number;
  readonly height?: number;
  readonly children: Node[];
}

/** Draws a tree's assets: as a component in a body, as an element in a description. */
export type DrawAsset = (use: AssetUse) => Node;

/** Converts a tree for a page. `decide` is called first for every node. */
export function decideTree(
  tree: Root,
  page: ResolvedPage,
  drawAsset: DrawAsset,
  decide: Decide = () => undefined,
): Root {
  const definitions = findDefinitions(tree);
  let linkDepth = 0;
  const childrenOf = (node: Node): Node[] => {
    const isLink = node.type === 'link' || node.type === 'linkReference';
    if (isLink) linkDepth++;
    const children = isParent(node) ? node.children.flatMap(visit) : [];
    if (isLink) linkDepth--;
    return children;
  };
  const visit = (node: Node): Node[] => {
    const decided = decide(node, () => childrenOf(node));
    if (decided) return [...decided];
    if (node.type === 'image' || node.type === 'imageReference')
      return [...decideImage(node, linkSource(node, definitions), page, drawAsset, linkDepth > 0)];
    return [...decideNode(node, page, definitions, drawAsset, childrenOf)];
  };
  return { type: 'root', children: childrenOf(tree) as Root['children'] };
}

function decideNode(
  node: Node,
  page: ResolvedPage,
  definitions: ReadonlyMap<string, Definition>,
  drawAsset: DrawAsset,
  childrenOf: (node: Node) => Node[],
): readonly Node[] {
  switch (node.type) {
    case 'definition':
    case 'hiddenElement':
      return [];
    case 'html':
      // Not `text`: a tag is shown exactly as written, including its quotes.
      return [{ type: 'literal', value: (node as { value?: string }).value ?? '' } as Node];
    case 'link':
    case 'linkReference':
      return decideLink(node, linkSource(node, definitions), page, drawAsset, childrenOf(node));
    case 'table':
      return [decideTable(node as Parent & { align?: readonly (string | null)[] }, childrenOf)];
    case 'inlineCode':
      return [breakCode(node as InlineCode)];
    case 'list':
    case 'blockquote':
      return [{ ...node, ...directionOf(node), children: childrenOf(node) } as Node];
    default:
      return [{ ...node, ...(isParent(node) ? { children: childrenOf(node) } : {}) } as Node];
  }
}

/** Matches letters of right-to-left scripts. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Puts list markers and quote borders on the side where the text begins. */
function directionOf(node: Node): object {
  return fromRight.test(wordsOf(node)) ? { data: { hProperties: { dir: 'auto' } } } : {};
}

/** Of several definitions with one name the first is meant. */
function findDefinitions(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = listNodes(tree, (node): node is Definition => node.type === 'definition');
  return new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]));
}

function linkSource(node: Node, definitions: ReadonlyMap<string, Definition>): Node | undefined {
  return node.type === 'link' || node.type === 'image'
    ? node
    : definitions.get((node as { identifier?: string }).identifier ?? '');
}

function decideLink(
  node: Node,
  source: Node | undefined,
  page: ResolvedPage,
  drawAsset: DrawAsset,
  children: Node[],
): readonly Node[] {
  const target = source && page.links.get(source as Definition);
  const title = (source as { title?: string | null } | undefined)?.title ?? undefined;
  if (target?.kind === 'asset') {
    const src = { path: filePath(target) };
    return [drawAsset({ kind: 'link', src, alt: '', title, children })];
  }
  const url = hrefOf(page.route, target);
  return url === undefined ? children : [{ type: 'link', url, title, children } as unknown as Node];
}

/**
 * Draws a picture. A missing picture becomes its alternative text, and a picture of another host a link, since pages
 * load nothing from other hosts unless the site allows it.
 * @param isInLink whether it is inside a link, which cannot contain another link
 */
function decideImage(
  node: Node,
  source: Node | undefined,
  page: ResolvedPage,
  drawAsset: DrawAsset,
  isInLink: boolean,
): readonly Node[] {
  const target = source && page.links.get(source as Definition);
  const alt = (node as { alt?: string | null }).alt ?? '';
  const title = (source as { title?: string | null } | undefined)?.title ?? undefined;
  const words = { alt, title, children: [] };
  if (target?.kind === 'external') {
    if (target.mayLoad) return [drawAsset({ kind: 'image', src: { url: target.url }, ...words })];
    const text = { type: 'text', value: alt.trim() || target.url } as Node;
    return [isInLink ? text : ({ type: 'link', url: target.url, title, children: [text] } as unknown as Node)];
  }
  if (target?.kind !== 'asset') return [{ type: 'text', value: alt } as Node];
  const { path: _path, kind: _kind, isPublic: _isPublic, suffix: _suffix, ...size } = target;
  return [drawAsset({ kind: 'image', src: { path: filePath(target) }, ...words, ...size })];
}
