// Reading tags and expressions of a body as data: literals only, with their places.

import type { Node } from 'mdast';
import type { Page } from '../model/index.ts';
import type { Range } from '../source/index.ts';

/** A tag of a body, as MDX parses it. */
export interface JsxNode extends Node {
  readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  /** Null for a fragment. */
  readonly name: string | null;
  readonly attributes: readonly JsxAttribute[];
  readonly children: readonly Node[];
}

export type JsxAttribute =
  | {
      readonly type: 'mdxJsxAttribute';
      readonly name: string;
      readonly value?: null | string | JsxExpression;
      readonly position?: Node['position'];
    }
  | { readonly type: 'mdxJsxExpressionAttribute'; readonly value: string; readonly position?: Node['position'] };

interface JsxExpression {
  readonly type: 'mdxJsxAttributeValueExpression';
  readonly value: string;
  readonly data?: { readonly estree?: Program | null };
}

/** The little of an expression's syntax tree that is looked at. */
interface Program {
  readonly body: readonly { readonly type: string; readonly expression?: Expression }[];
}

interface Expression {
  readonly type: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

/** Range of a body's node in its file. */
export function rangeIn(page: Page, node: { readonly position?: Node['position'] }): Range {
  const base = page.body.range.start;
  return { start: base + (node.position?.start.offset ?? 0), end: base + (node.position?.end.offset ?? 0) };
}

/** The text of an expression that is a literal or a comment; undefined for code. */
export function literalOf(node: { readonly data?: unknown }): string | undefined {
  const { estree } = (node.data ?? {}) as { estree?: Program | null };
  const [statement, ...more] = estree?.body ?? [];
  if (statement === undefined) return '';
  const expression = more.length === 0 && statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (expression?.type === 'Literal') {
    const { value } = expression;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }
  return expression?.type === 'TemplateLiteral' && expression.quasis?.length === 1
    ? expression.quasis[0]!.value.cooked
    : undefined;
}

/** The text of an attribute: a string, or a literal in braces; undefined for code, `''` for an attribute without value. */
export function attributeText(attribute: JsxAttribute & { type: 'mdxJsxAttribute' }): string | undefined {
  const { value } = attribute;
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : literalOf(value);
}

/** Range of an attribute's value, quotes included; of the whole attribute where it has none. */
export function attributeRange(page: Page, attribute: JsxAttribute): Range {
  const range = rangeIn(page, attribute);
  if (attribute.type !== 'mdxJsxAttribute') return range;
  const text = page.file.text.slice(range.start, range.end);
  const value = /^[^\s=]+\s*=\s*/.exec(text);
  return value === null ? range : { start: range.start + value[0].length, end: range.end };
}
