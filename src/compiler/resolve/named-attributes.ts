// The attributes of a tag of a body that have a name, and of these the ones that the tag knows. Others are reported.

import { idMeant } from '../languages/index.ts';
import { suggest } from '../text/index.ts';
import { findActive } from './attribute-rules.ts';
import type { BodyContext } from './body-context.ts';
import { attributeNameRange, rangeIn, type JsxAttribute, type JsxNode } from './jsx.ts';

/** An attribute with a name, and not an expression in its place. */
export type NamedAttribute = Extract<JsxAttribute, { type: 'mdxJsxAttribute' }>;

/** The attributes with names. Reports and leaves out expressions. */
export function namedAttributes({ page, report }: BodyContext, node: JsxNode): readonly NamedAttribute[] {
  return node.attributes.filter((attribute): attribute is NamedAttribute => {
    if (attribute.type === 'mdxJsxAttribute') return true;
    report('code-in-body', { file: page.file, range: rangeIn(page, attribute) }, { found: 'an expression' });
    return false;
  });
}

/** The attributes with known names. Reports and leaves out others. */
export function knownAttributes(
  context: BodyContext,
  node: JsxNode,
  known: readonly string[],
): readonly NamedAttribute[] {
  const { page, report } = context;
  return namedAttributes(context, node).filter((attribute) => {
    const { name } = attribute;
    if (known.includes(name)) return true;
    const place = { file: page.file, range: attributeNameRange(page, attribute) };
    const [cause, component] = [findActive(name), node.name!];
    const near = idMeant(name, known) ?? suggest(name, known);
    if (cause !== undefined) report('unsafe-attribute', place, { name, component, cause });
    else report('unknown-attribute', place, { name, component, near, known });
    return false;
  });
}
