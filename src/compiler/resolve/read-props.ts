// The attributes of a component's tag → its props. Attributes that the component does not have are reported and left
// out.

import type { Link } from 'mdast';
import { suggest } from '../text/index.ts';
import { attributeWords, components, type AttributeKind, type Attributes } from '../format/index.ts';
import { idMeant } from '../languages/index.ts';
import type { LanguageId, PropValue } from '../model/index.ts';
import type { BodyContext } from './body-context.ts';
import { findUnsafe, findUnsafeAddress } from './attribute-rules.ts';
import { attributeNameRange, attributeRange, attributeValue, unknownAsset, type JsxNode } from './jsx.ts';
import { knownAttributes, type NamedAttribute } from './named-attributes.ts';

export interface ReadProps {
  readonly props: Readonly<Record<string, PropValue>>;
  /** The attribute that is an address, as a link with its position. */
  readonly link?: Link | undefined;
}

/** Reads the attributes of a component that every site has. */
export function readProps(context: BodyContext, node: JsxNode, known: Attributes): ReadProps {
  const props = new Map<string, PropValue>();
  let link: Link | undefined;
  for (const attribute of knownAttributes(context, node, Object.keys(known))) {
    const { kind } = known[attribute.name]!;
    const value = attributeValue(context.page, attribute);
    const place = { file: context.page.file, range: attributeRange(context.page, attribute) };
    const asset = typeof attribute.value === 'object' ? unknownAsset(context.page, attribute.value ?? {}) : undefined;
    if (asset !== undefined) {
      context.report('unknown-asset', place, { name: asset, near: suggest(asset, context.page.externalAssets.keys()) });
    } else if (!isOfKind(value, kind)) {
      context.report('wrong-attribute', place, { name: attribute.name, wanted: attributeWords[kind] });
    } else if (kind === 'address') {
      link = linkOf(context, attribute, value as string);
    } else {
      props.set(attribute.name, value!);
    }
  }
  return { props: Object.fromEntries(props), link };
}

/**
 * Reads the attributes of a component of the site. Each value must be data, and each name must be safe, even on sites
 * whose bodies may contain code. Unsafe names and addresses are reported and left out.
 * @returns undefined if a value is code, which the caller must report
 */
export function readCustomProps(context: BodyContext, node: JsxNode): Readonly<Record<string, PropValue>> | undefined {
  const { page, report } = context;
  const props = new Map<string, PropValue>();
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') return undefined;
    const { name } = attribute;
    const cause = findUnsafe(name);
    if (cause !== undefined) {
      const place = { file: page.file, range: attributeNameRange(page, attribute) };
      report('unsafe-attribute', place, { name, component: node.name!, cause });
      continue;
    }
    const value = attributeValue(page, attribute);
    if (value === undefined) return undefined;
    const unsafe = findUnsafeAddress(name, value);
    if (unsafe === undefined) props.set(name, value);
    else report('unsafe-link', { file: page.file, range: attributeRange(page, attribute) }, { name: unsafe });
  }
  return Object.fromEntries(props);
}

/** The languages of a `LanguageSelector`. Ids that the site does not have are reported and left out. */
export function readSelectorLanguages(context: BodyContext, node: JsxNode): readonly LanguageId[] {
  const known = context.model.site.languages.map(({ id }) => id);
  const languages: LanguageId[] = [];
  for (const attribute of knownAttributes(context, node, Object.keys(components.LanguageSelector.attributes))) {
    const place = { file: context.page.file, range: attributeRange(context.page, attribute) };
    const value = attributeValue(context.page, attribute);
    if (!isOfKind(value, 'languages')) {
      context.report('wrong-attribute', place, { name: attribute.name, wanted: attributeWords.languages });
      continue;
    }
    for (const name of new Set(value as readonly string[])) {
      if (known.includes(name)) languages.push(name);
      else
        context.report('unknown-language', place, { name, near: idMeant(name, known) ?? suggest(name, known), known });
    }
  }
  return languages;
}

function isOfKind(value: PropValue | undefined, kind: AttributeKind): boolean {
  switch (kind) {
    case 'flag':
      return typeof value === 'boolean';
    case 'languages':
      return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
    case 'rows':
      return (
        Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
      );
    default:
      return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
  }
}

function linkOf(context: BodyContext, attribute: NamedAttribute, url: string): Link {
  return { type: 'link', url, children: [], position: attribute.position };
}
