// The attributes of an HTML element of a body → those that the page has. Others are reported and left out.

import { suggest } from '../text/index.ts';
import { attributeWords, htmlAttribute, htmlAttributesOf, type AttributeKind } from '../format/index.ts';
import type { PropValue } from '../model/index.ts';
import { findActive } from './attribute-rules.ts';
import type { BodyContext } from './body-context.ts';
import { attributeNameRange, attributeRange, attributeValue, type JsxNode } from './jsx.ts';
import { namedAttributes } from './named-attributes.ts';

/**
 * Reads the attributes of an element (format.md 5.3).
 * @param taken the ids that the page already has; the id of the element is added
 */
export function readHtmlAttributes(
  context: BodyContext,
  node: JsxNode,
  taken: Set<string>,
): Readonly<Record<string, PropValue>> {
  const { page, report } = context;
  const element = node.name!;
  const props = new Map<string, PropValue>();
  for (const attribute of namedAttributes(context, node)) {
    const { name } = attribute;
    const namePlace = { file: page.file, range: attributeNameRange(page, attribute) };
    const cause = findActive(name);
    const kind = htmlAttribute(element, name)?.kind;
    if (cause !== undefined) {
      report('unsafe-attribute', namePlace, { name, component: element, cause });
      continue;
    }
    if (kind === undefined) {
      const known = htmlAttributesOf(element);
      const near = name === 'className' ? 'class' : suggest(name, known);
      report('unknown-attribute', namePlace, { name, component: element, near, known });
      continue;
    }
    const place = { file: page.file, range: attributeRange(page, attribute) };
    const value = readValue(kind, attributeValue(page, attribute));
    if (value === undefined) report('wrong-attribute', place, { name, wanted: attributeWords[kind] });
    else if (kind === 'id' && taken.has(String(value))) report('duplicate-anchor', place, { name: String(value) });
    else props.set(name, value);
    if (kind === 'id' && value !== undefined) taken.add(String(value));
  }
  return Object.fromEntries(props);
}

/** The value for the page. Undefined if it has another kind. Ids that begin with `-` are reserved for the interface. */
function readValue(kind: AttributeKind, value: PropValue | undefined): PropValue | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  switch (kind) {
    case 'flag':
      return value === true || value === false ? value : text === '' || text === 'true' ? true : undefined;
    case 'number':
      return text !== undefined && /^-?\d{1,9}$/.test(text) ? text : undefined;
    case 'id':
      return text !== undefined && /^[\p{L}\p{N}_][^\s\p{C}]*$/u.test(text) ? text : undefined;
    case 'direction':
      return text !== undefined && ['ltr', 'rtl', 'auto'].includes(text) ? text : undefined;
    default:
      return text;
  }
}
