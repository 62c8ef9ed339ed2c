// A body's components and expressions → what stands in their place (format.md 5). Nothing in a body is executed.

import type { Node } from 'mdast';
import { suggest, type Place } from '../diagnostics/index.ts';
import type { BodyPart, ResolvedBlock } from '../model/index.ts';
import type { BodyContext } from './body-context.ts';
import { resolveBlock, resolveFence } from './resolve-blocks.ts';
import { literalOf, rangeIn, type JsxNode } from './jsx.ts';

export interface ResolvedBody {
  readonly parts: ReadonlyMap<Node, BodyPart>;
  readonly blocks: readonly ResolvedBlock[];
}

/** Components that every site has. */
const components = ['CodeBlock', 'CodeBlockTab'];

/** Elements of HTML that a body may use as tags: they mean something that Markdown cannot say, and need no attributes. */
const elements = new Set([
  'br',
  'kbd',
  'sub',
  'sup',
  'mark',
  'abbr',
  'details',
  'summary',
  'dl',
  'dt',
  'dd',
  'p',
  'div',
  'span',
  'b',
  'i',
  'strong',
  'em',
  'code',
  'ul',
  'ol',
  'li',
]);

/** Decides every component and expression of a page's body. */
export function resolveBody(context: BodyContext): ResolvedBody {
  const parts = new Map<Node, BodyPart>();
  const blocks: ResolvedBlock[] = [];
  const addBlock = (node: Node, block: ResolvedBlock): void => {
    parts.set(node, { kind: 'block', index: blocks.length });
    blocks.push(block);
  };

  const visit = (node: Node): void => {
    if (node.type === 'code') {
      addBlock(node, resolveFence(context, node));
      return;
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const jsx = node as unknown as JsxNode;
      if (jsx.name === 'CodeBlock') {
        addBlock(node, resolveBlock(context, jsx));
        return;
      }
      parts.set(node, resolveElement(context, jsx));
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      parts.set(node, resolveExpression(context, node));
    } else if (node.type === 'mdxjsEsm') {
      parts.set(node, reportCode(context, node, 'an import or export'));
    }
    if ('children' in node) for (const child of node.children as Node[]) visit(child);
  };
  visit(context.page.body.tree);
  return { parts, blocks };
}

function resolveElement(context: BodyContext, node: JsxNode): BodyPart {
  const name = node.name ?? '';
  // A fragment (`<>`) has no name and draws nothing itself.
  if (name === '' || elements.has(name)) {
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute') return reportCode(context, node, 'an expression');
      const { start } = rangeIn(context.page, attribute);
      const place = { file: context.page.file, range: { start, end: start + attribute.name.length } };
      context.report('unknown-attribute', place, { name: attribute.name, component: name });
    }
    return { kind: 'element' };
  }
  context.report('unknown-component', tagPlace(context, node), { name, near: suggest(name, components) });
  return { kind: 'unknown', name };
}

/** The opening tag's `<` and name. */
function tagPlace(context: BodyContext, node: JsxNode): Place {
  const { start } = rangeIn(context.page, node);
  return { file: context.page.file, range: { start, end: start + 1 + (node.name?.length ?? 0) } };
}

function resolveExpression(context: BodyContext, node: Node): BodyPart {
  const literal = literalOf(node);
  return literal === undefined ? reportCode(context, node, 'an expression') : { kind: 'text', value: literal };
}

function reportCode(context: BodyContext, node: Node, what: string): BodyPart {
  context.report('code-in-body', { file: context.page.file, range: rangeIn(context.page, node) }, { what });
  return { kind: 'code', what };
}
