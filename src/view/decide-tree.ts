// A Markdown tree as parsed → the same tree as it is drawn: addresses relative, tags as text, alignment as classes.
// Makes new nodes; the model's stay as they are.

import type { Definition, Node, Parent, Root } from 'mdast';
import { hrefOf } from './addresses.ts';
import type { ResolvedPage } from '../model/index.ts';

/** Decides a node in a way of the caller's; undefined leaves it to the rules here, `[]` drops it. */
export type Decide = (node: Node, children: () => Node[]) => readonly Node[] | undefined;

/** Decides a tree for a page. `decide` is asked first for every node. */
export function decideTree(tree: Root, page: ResolvedPage, decide: Decide = () => undefined): Root {
  const definitions = findDefinitions(tree);
  const childrenOf = (node: Node): Node[] => ('children' in node ? (node as Parent).children.flatMap(visit) : []);
  const visit = (node: Node): Node[] => {
    const decided = decide(node, () => childrenOf(node));
    return decided ? [...decided] : [...decideNode(node, page, definitions, childrenOf)];
  };
  return { type: 'root', children: childrenOf(tree) as Root['children'] };
}

function decideNode(
  node: Node,
  page: ResolvedPage,
  definitions: ReadonlyMap<string, Definition>,
  childrenOf: (node: Node) => Node[],
): readonly Node[] {
  switch (node.type) {
    case 'definition':
      return [];
    case 'html':
      return [{ type: 'text', value: (node as { value?: string }).value ?? '' } as Node];
    case 'link':
    case 'linkReference':
      return decideLink(node, linkSource(node, definitions), page, childrenOf(node));
    case 'image':
    case 'imageReference':
      // Files beside pages are not published yet: an image shows as its words.
      return [{ type: 'text', value: (node as { alt?: string | null }).alt ?? '' } as Node];
    case 'table':
      return [decideTable(node as Parent & { align?: readonly (string | null)[] }, childrenOf)];
    default:
      return ['children' in node ? ({ ...node, children: childrenOf(node) } as Node) : node];
  }
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
  return node.type === 'link' ? node : definitions.get((node as { identifier?: string }).identifier ?? '');
}

function decideLink(node: Node, source: Node | undefined, page: ResolvedPage, children: Node[]): readonly Node[] {
  const target = source && page.links.get(source as Definition);
  const url = hrefOf(page.route, target);
  if (url === undefined) return children;
  return [{ type: 'link', url, title: (source as { title?: string | null }).title, children } as unknown as Node];
}

/** Aligned columns become classes: an `align` attribute would be drawn as a `style`, which a strict policy refuses. */
function decideTable(table: Parent & { align?: readonly (string | null)[] }, childrenOf: (node: Node) => Node[]): Node {
  const align = table.align ?? [];
  const rows = (childrenOf(table) as Parent[]).map((row) => ({
    ...row,
    children: row.children.map((cell, i) =>
      align[i] ? { ...cell, data: { hProperties: { className: [`align-${align[i]}`] } } } : cell,
    ),
  }));
  return { ...table, align: undefined, children: rows } as Node;
}
