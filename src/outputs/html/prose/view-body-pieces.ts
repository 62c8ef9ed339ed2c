// The decided tree of a body → pieces that a template draws: HTML, and components with their props and content. The
// result is plain data, the same in every language's tree.

import type { Element, Nodes, Parents, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { BodyPiece, PropValue } from '../../../compiler/model/index.ts';
import { propsOf, type JsxNode } from './jsx-nodes.ts';

/**
 * Converts a decided tree without code (`viewBody`). Neighbouring HTML is one piece. The HTML of a piece may open an
 * element that a later piece closes: the pieces are well-formed only together.
 */
export function viewBodyPieces(tree: Root): readonly BodyPiece[] {
  // Ids of footnotes begin with `-`, like all ids that are not an author's.
  const hast = toHast(tree, { clobberPrefix: '-', passThrough: [...jsxTypes] }) as HastRoot;
  return piecesOf(hast.children as readonly DrawnNode[]);
}

/** Elements of the syntax of MDX, which the conversion to HTML leaves as they are. */
const jsxTypes = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const;
/** Comments, the only expressions that a tree without code may have. */
const commentTypes = new Set(['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm']);

type DrawnNode = Exclude<Nodes, JsxNode> | JsxNode;

function isJsx(node: DrawnNode): node is JsxNode {
  return (jsxTypes as readonly string[]).includes(node.type);
}

function piecesOf(nodes: readonly DrawnNode[]): readonly BodyPiece[] {
  const pieces: BodyPiece[] = [];
  const add = (piece: BodyPiece): void => {
    const last = pieces.at(-1);
    if (typeof piece !== 'string' || typeof last !== 'string') pieces.push(piece);
    else pieces[pieces.length - 1] = last + piece;
  };
  for (const node of nodes) {
    if (commentTypes.has(node.type)) continue;
    if (isJsx(node) && /^[A-Z]/.test(node.name ?? '')) {
      add({ name: node.name!, props: propsOf(node), children: piecesOf(childrenOf(node)) });
    } else if (isStatic(node)) {
      add(toHtml(node as Nodes));
    } else {
      const element = isJsx(node) ? elementOf(node) : (node as Element);
      const [open, close] = tagsOf(element);
      add(open);
      for (const piece of piecesOf(childrenOf(node))) add(piece);
      add(close);
    }
  }
  return pieces;
}

function childrenOf(node: DrawnNode): readonly DrawnNode[] {
  return 'children' in node ? (node as Parents).children : [];
}

/** Whether a node has no elements of MDX inside. */
function isStatic(node: DrawnNode): boolean {
  return !isJsx(node) && !commentTypes.has(node.type) && childrenOf(node).every(isStatic);
}

/** An HTML element that was written as a tag. */
function elementOf(node: JsxNode): Element {
  const properties: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(propsOf(node))) properties[name] = plainValue(value);
  return { type: 'element', tagName: node.name ?? '', properties, children: [] };
}

function plainValue(value: PropValue): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** The opening and the closing tag of an element. A void element has no closing tag. */
function tagsOf({ tagName, properties }: Element): readonly [string, string] {
  const html = toHtml({ type: 'element', tagName, properties, children: [] });
  const close = `</${tagName}>`;
  return html.endsWith(close) ? [html.slice(0, -close.length), close] : [html, ''];
}
