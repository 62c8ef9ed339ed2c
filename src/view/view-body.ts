// A page's body → the tree that is compiled: its title taken out, ids and levels set, components replaced by
// the few that the site draws. The same for every language: what differs stands in the page's view.

import type { Node, Root } from 'mdast';
import type { BodyPart, ResolvedHeading, ResolvedPage } from '../model/index.ts';
import { decideTree } from './decide-tree.ts';

/** The tree of a page's body for the MDX compiler. */
export function viewBody(page: ResolvedPage): Root {
  const headings = new Map<Node, ResolvedHeading>(page.headings.map((heading) => [heading.node, heading]));
  return decideTree(page.page.body.tree, page, (node, children) => {
    if (node === page.titleHeading?.node) return [];
    const heading = headings.get(node);
    if (heading)
      return [
        { ...node, depth: heading.level, children: children(), data: { hProperties: { id: heading.id } } } as Node,
      ];
    const part = page.bodyParts.get(node);
    return part && drawPart(part, node, children);
  });
}

function drawPart(part: BodyPart, node: Node, children: () => Node[]): readonly Node[] {
  switch (part.kind) {
    case 'block':
      return [component(node, 'CodeBlock', { block: String(part.index) }, [])];
    case 'unknown':
      return [component(node, 'UnknownComponent', { name: part.name }, children())];
    case 'code':
      return [component(node, 'CodeGap', { what: part.what }, [])];
    case 'text':
      return part.value === '' ? [] : [{ type: 'text', value: part.value } as Node];
    case 'element':
      return (node as { name?: string | null }).name
        ? [{ ...node, attributes: [], children: children() } as Node]
        : children();
  }
}

/** Types of nodes that stand between blocks; all others are part of a line. */
const flowTypes = new Set(['code', 'mdxJsxFlowElement', 'mdxFlowExpression', 'mdxjsEsm']);

function component(node: Node, name: string, attributes: Readonly<Record<string, string>>, children: Node[]): Node {
  return {
    type: flowTypes.has(node.type) ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  } as Node;
}

/** Whether a page's body has anything to draw beside its title. */
export function hasBody(page: ResolvedPage): boolean {
  return page.page.body.tree.children.some((node) => node !== page.titleHeading?.node && node.type !== 'definition');
}
