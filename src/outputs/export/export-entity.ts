// A resolved entity → data: its form in each language, with every item resolved.

import {
  typeText,
  type Deprecated,
  type Description,
  type EntityForm,
  type MarkdownText,
  type ResolvedEntity,
  type ResolvedItem,
  type ResolvedShared,
  type TypeText,
} from '../../compiler/model/index.ts';
import { exportText, originOf, type Places } from './origin.ts';
import type {
  ReferenceEntity,
  ReferenceForm,
  ReferenceItem,
  ReferenceShared,
  ReferenceText,
} from './reference-data.ts';

export function exportEntity({ id, forms }: ResolvedEntity, places: Places): ReferenceEntity {
  return { id, forms: Object.fromEntries([...forms].map(([language, form]) => [language, exportForm(form, places)])) };
}

function exportForm({ source, entity, kind, description, lists }: EntityForm, places: Places): ReferenceForm {
  return {
    // The form's own language: `json` if the language has no form.
    source,
    kind,
    key: entity.key.value,
    title: entity.title?.value,
    type: entity.type?.value,
    url: entity.url?.value,
    patternBefore: entity.patternBefore?.value,
    description: exportText(description, places),
    ...(entity.sendsEmail ? { sendsEmail: true } : {}),
    deprecated: exportDeprecated(deprecatedOf(entity.deprecated), places),
    since: entity.since?.value,
    origin: originOf(entity.file, entity.range, places),
    ...Object.fromEntries(lists.map(({ name, items }) => [name, items.map((item) => exportItem(item, places))])),
  };
}

/** An entity without an id, for references. */
export function exportShared(
  { entity, type, description, isOptional, deprecated }: ResolvedShared,
  places: Places,
): ReferenceShared {
  return {
    language: entity.language,
    key: entity.key.value,
    type: exportType(type),
    typeLinks: exportTypeLinks(type),
    optional: isOptional,
    description: exportText(description, places),
    placeholder: placeholderIn(entity.description),
    deprecated: exportDeprecated(deprecated, places),
    since: entity.since?.value,
    default: entity.default?.value,
    origin: originOf(entity.file, entity.range, places),
  };
}

/** The path of a placeholder, even if it is not found. */
function placeholderIn(description: Description | undefined): string | undefined {
  return description?.kind === 'placeholder' ? description.path : undefined;
}

/** A type as written. */
function exportType(type: TypeText | undefined): string | undefined {
  return type && typeText(type);
}

function exportItem(item: ResolvedItem, places: Places): ReferenceItem {
  const { source, target } = item;
  return {
    // The key as written; unnamed values have no name.
    name: item.name,
    identity: item.identity,
    anchor: item.anchor,
    isPlumbing: item.isPlumbing,
    isUnresolved: item.isUnresolved,
    type: exportType(item.type),
    typeLinks: exportTypeLinks(item.type),
    optional: item.isOptional,
    description: exportText(item.description, places),
    placeholder: source.kind === 'field' ? placeholderIn(source.description) : undefined,
    deprecated: exportDeprecated(item.deprecated, places),
    since: item.since,
    default: item.default,
    title: item.title,
    display: item.display,
    reference: source.kind === 'entity-reference' ? { key: source.key, member: source.member } : undefined,
    target,
    origin: originOf(source.kind === 'entity-reference' ? source.file : source.key.file, source.range, places),
    items: item.children.map((child) => exportItem(child, places)),
  };
}

/** The documented names in a type, in order. */
function exportTypeLinks(type: TypeText | undefined): readonly object[] | undefined {
  const links = (type ?? []).flatMap(({ text, target }) => (target ? [{ text, ...target }] : []));
  return links.length === 0 ? undefined : links;
}

function deprecatedOf(deprecated: Deprecated | undefined): true | MarkdownText | undefined {
  return deprecated?.kind === 'markdown' ? deprecated.text : deprecated && true;
}

function exportDeprecated(
  deprecated: true | MarkdownText | undefined,
  places: Places,
): true | ReferenceText | undefined {
  return deprecated === true ? true : exportText(deprecated, places);
}
