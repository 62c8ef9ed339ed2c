// A Markdown tree as parsed → the same tree as it is drawn: addresses relative, tags as text, alignment as classes.
// Makes new nodes; the model's stay as they are.

import type { Definition, InlineCode, Node, Parent, Root } from 'mdast';
import { filePath, hrefOf } from '../addresses.ts';
import { breakCode } from './break-code.ts';
import { decideTable } from './decide-table.ts';
import { wordsOf } from './words-of.ts';
import type { ResolvedPage } from '../../../compiler/model/index.ts';

/** Decides a node in a way of the caller's; undefined leaves it to the rules here, `[]` drops it. */
export type Decide = (node: Node, children: () => Node[]) => readonly Node[] | undefined;

/** A file or picture that a tree shows or links to. */
export interface AssetUse {
  readonly kind: 'image' | 'link';
  /** Address elsewhere, or path below the site's top: bodies do not know how far up that is. */
  readonly src: { readonly url: string } | { readonly path: string };
  readonly alt: string;
  readonly title?: string | undefined;
  readonly width?: number;
  readonly height?: number;
  readonly children: Node[];
}

/** How a tree's assets are drawn: by a component in a body, as an element in a description. */
export type DrawAsset = (use: AssetUse) => Node;

/** Decides a tree for a page. `decide` is asked first for every node. */
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
    const children = 'children' in node ? (node as Parent).children.flatMap(visit) : [];
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
      // Not `text`: what looks like a tag is shown as it is written, quotes and all.
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
      return [{ ...node, ...('children' in node ? { children: childrenOf(node) } : {}) } as Node];
  }
}

/** Letters of scripts that are written from right to left. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Markers of lists and rules of quotes stand where the text begins. */
function directionOf(node: Node): object {
  return fromRight.test(wordsOf(node)) ? { data: { hProperties: { dir: 'auto' } } } : {};
}

function findDefinitions(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Node): void => {
    if (node.type === 'definition') {
      const definition = node as Definition;
      if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
    }
    if ('children' in node) (node as Parent).children.forEach(visit);
  };
  visit(tree);
  return definitions;
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
 * A picture; one that is nowhere shows as its words, and one of another host as a link with its words: pages load
 * nothing from elsewhere, unless the site allows it.
 * @param isInLink whether a link stands around it, which cannot hold another
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
