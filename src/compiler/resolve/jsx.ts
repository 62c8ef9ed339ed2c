// Reads tags and expressions of a body as data: literals, lists and objects of literals, and external assets of the
// page. Nothing is executed.

import type { Node } from 'mdast';
import { rangeOfNode, type Page, type PropValue } from '../model/index.ts';
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

/** The part of an expression's syntax tree that is read. */
interface Program {
  readonly body: readonly { readonly type: string; readonly expression?: Expression }[];
}

interface Expression {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly computed?: boolean;
  readonly operator?: string;
  readonly argument?: Expression;
  readonly object?: Expression;
  readonly property?: Expression;
  readonly elements?: readonly (Expression | null)[];
  readonly properties?: readonly {
    readonly type: string;
    readonly kind?: string;
    readonly method?: boolean;
    readonly computed?: boolean;
    readonly key?: Expression;
    readonly value?: Expression;
  }[];
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

/** The range of a node of the body in the file. */
export function rangeIn(page: Page, node: { readonly position?: Node['position'] | undefined }): Range {
  return rangeOfNode(node, page.body.range.start);
}

/** The value of an expression that is data: `''` for a comment, undefined for code. */
export function dataOf(page: Page, node: { readonly data?: unknown }): PropValue | undefined {
  const { estree } = (node.data ?? {}) as { estree?: Program | null };
  const [statement, ...more] = estree?.body ?? [];
  if (statement === undefined) return '';
  if (more.length > 0 || statement.type !== 'ExpressionStatement' || !statement.expression) return undefined;
  return read(page, statement.expression);
}

/** The `name` of an expression `externalAssets.name` that the page does not define. Undefined for other expressions. */
export function unknownAsset(page: Page, node: { readonly data?: unknown }): string | undefined {
  const { estree } = (node.data ?? {}) as { estree?: Program | null };
  const expression = estree?.body.length === 1 ? estree.body[0]!.expression : undefined;
  const name = expression === undefined ? undefined : assetName(expression);
  return name !== undefined && !page.externalAssets.has(name) ? name : undefined;
}

function assetName({ type, object, property, computed }: Expression): string | undefined {
  const isAsset = type === 'MemberExpression' && object?.type === 'Identifier' && object.name === 'externalAssets';
  return isAsset && computed !== true ? property?.name : undefined;
}

function read(page: Page, expression: Expression): PropValue | undefined {
  switch (expression.type) {
    case 'Literal': {
      const { value } = expression;
      const isData = value === null || ['string', 'number', 'boolean'].includes(typeof value);
      return isData ? (value as PropValue) : undefined;
    }
    case 'TemplateLiteral':
      return expression.quasis?.length === 1 ? expression.quasis[0]!.value.cooked : undefined;
    case 'UnaryExpression': {
      const value = expression.operator === '-' && expression.argument ? read(page, expression.argument) : undefined;
      return typeof value === 'number' ? -value : undefined;
    }
    case 'ArrayExpression':
      return readAll((expression.elements ?? []).map((element) => (element ? read(page, element) : undefined)));
    case 'ObjectExpression':
      return readObject(page, expression);
    case 'MemberExpression': {
      const name = assetName(expression);
      return name === undefined ? undefined : page.externalAssets.get(name)?.value;
    }
    default:
      return undefined;
  }
}

function readAll(values: readonly (PropValue | undefined)[]): PropValue | undefined {
  return values.some((value) => value === undefined) ? undefined : (values as readonly PropValue[]);
}

function readObject(page: Page, { properties = [] }: Expression): PropValue | undefined {
  const object = new Map<string, PropValue>();
  for (const { type, kind, method, computed, key, value } of properties) {
    if (type !== 'Property' || kind !== 'init' || method === true || computed === true || !key || !value)
      return undefined;
    const name = key.type === 'Identifier' ? key.name! : String(key.value);
    const data = read(page, value);
    if (data === undefined || name === '__proto__') return undefined;
    object.set(name, data);
  }
  return Object.fromEntries(object);
}

/** The value of an attribute: a string, data in braces, or true if it has no value. Undefined for code. */
export function attributeValue(
  page: Page,
  attribute: JsxAttribute & { type: 'mdxJsxAttribute' },
): PropValue | undefined {
  const { value } = attribute;
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : dataOf(page, value);
}

/** The range of an attribute's value, with its quotes. The range of the whole attribute if it has no value. */
export function attributeRange(page: Page, attribute: JsxAttribute): Range {
  const range = rangeIn(page, attribute);
  if (attribute.type !== 'mdxJsxAttribute') return range;
  const text = page.file.text.slice(range.start, range.end);
  const value = /^[^\s=]+\s*=\s*/.exec(text);
  return value === null ? range : { start: range.start + value[0].length, end: range.end };
}

/** The range of an attribute's name. */
export function attributeNameRange(page: Page, attribute: JsxAttribute & { type: 'mdxJsxAttribute' }): Range {
  const { start } = rangeIn(page, attribute);
  return { start, end: start + attribute.name.length };
}
