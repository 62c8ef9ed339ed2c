// Creates components as nodes of a body's tree, like the nodes of the MDX parser.

import type { Node } from 'mdast';
import type { PropValue } from '../../../compiler/model/index.ts';

/** Types of block nodes; all others are inline. */
const flowTypes = new Set(['code', 'mdxJsxFlowElement', 'mdxFlowExpression', 'mdxjsEsm']);

export function isFlowElement(node: Node): boolean {
  return flowTypes.has(node.type);
}

/**
 * A component with its props. `true` becomes an attribute without a value; other values that are not strings become
 * expressions.
 */
export function component(
  flow: boolean,
  name: string,
  props: Readonly<Record<string, PropValue>>,
  children: Node[],
): Node {
  const attributes = Object.entries(props).map(([key, value]) => ({
    type: 'mdxJsxAttribute',
    name: key,
    value: typeof value === 'string' ? value : value === true ? null : expressionOf(value),
  }));
  return { type: flow ? 'mdxJsxFlowElement' : 'mdxJsxTextElement', name, attributes, children } as Node;
}

/** An element of a decided tree, as `component` creates it. */
export interface JsxNode {
  readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  readonly name: string | null;
  readonly attributes: readonly {
    readonly name: string;
    /** An expression holds its value as JSON; `null` means `true`. */
    readonly value: string | null | { readonly value: string };
  }[];
  readonly children: readonly Node[];
}

/** The props of an element: the inverse of `component`. */
export function propsOf({ attributes }: JsxNode): Readonly<Record<string, PropValue>> {
  const entries = attributes.map(({ name, value }): [string, PropValue] => {
    if (value === null) return [name, true];
    return [name, typeof value === 'string' ? value : (JSON.parse(value.value) as PropValue)];
  });
  return Object.fromEntries(entries);
}

/** `export const name = value`, at the top of a body. */
export function constant(name: string, value: PropValue): Node {
  const declaration = {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [{ type: 'VariableDeclarator', id: { type: 'Identifier', name }, init: syntaxOf(value) }],
  };
  const exported = { type: 'ExportNamedDeclaration', declaration, specifiers: [], attributes: [], source: null };
  const estree = { type: 'Program', sourceType: 'module', comments: [], body: [exported] };
  return { type: 'mdxjsEsm', value: '', data: { estree } } as Node;
}

function expressionOf(value: PropValue): object {
  const estree = {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [{ type: 'ExpressionStatement', expression: syntaxOf(value) }],
  };
  return { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(value), data: { estree } };
}

/** A value as a syntax tree of JavaScript (ESTree). */
function syntaxOf(value: PropValue): object {
  if (Array.isArray(value)) return { type: 'ArrayExpression', elements: value.map(syntaxOf) };
  if (typeof value === 'object' && value !== null) {
    const properties = Object.entries(value).map(([name, inner]) => ({
      type: 'Property',
      kind: 'init',
      method: false,
      shorthand: false,
      // Computed, so that a name such as `__proto__` has no special meaning.
      computed: true,
      key: { type: 'Literal', value: name },
      value: syntaxOf(inner),
    }));
    return { type: 'ObjectExpression', properties };
  }
  if (typeof value === 'number' && value < 0) {
    return { type: 'UnaryExpression', operator: '-', prefix: true, argument: { type: 'Literal', value: -value } };
  }
  return { type: 'Literal', value };
}
