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
import type { LineIndex } from '../../compiler/source/index.ts';
import { exportText, originOf } from './origin.ts';
import type {
  ReferenceEntity,
  ReferenceForm,
  ReferenceItem,
  ReferenceShared,
  ReferenceText,
} from './reference-data.ts';

export function exportEntity({ id, forms }: ResolvedEntity, index: LineIndex): ReferenceEntity {
  return { id, forms: Object.fromEntries([...forms].map(([language, form]) => [language, exportForm(form, index)])) };
}

function exportForm({ source, entity, kind, description, lists }: EntityForm, index: LineIndex): ReferenceForm {
  return {
    // The form's own language: `json` if the language has no form.
    source,
    kind,
    key: entity.key.value,
    title: entity.title?.value,
    type: entity.type?.value,
    url: entity.url?.value,
    patternBefore: entity.patternBefore?.value,
    description: exportText(description, index),
    ...(entity.sendsEmail ? { sendsEmail: true } : {}),
    deprecated: exportDeprecated(deprecatedOf(entity.deprecated), index),
    since: entity.since?.value,
    origin: originOf(entity.file, entity.range, index),
    ...Object.fromEntries(lists.map(({ name, items }) => [name, items.map((item) => exportItem(item, index))])),
  };
}

/** An entity without an id, for references. */
export function exportShared(
  { entity, type, description, isOptional, deprecated }: ResolvedShared,
  index: LineIndex,
): ReferenceShared {
  return {
    language: entity.language,
    key: entity.key.value,
    type: exportType(type),
    typeLinks: exportTypeLinks(type),
    optional: isOptional,
    description: exportText(description, index),
    placeholder: placeholderIn(entity.description),
    deprecated: exportDeprecated(deprecated, index),
    since: entity.since?.value,
    default: entity.default?.value,
    origin: originOf(entity.file, entity.range, index),
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

function exportItem(item: ResolvedItem, index: LineIndex): ReferenceItem {
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
    description: exportText(item.description, index),
    placeholder: source.kind === 'field' ? placeholderIn(source.description) : undefined,
    deprecated: exportDeprecated(item.deprecated, index),
    since: item.since,
    default: item.default,
    title: item.title,
    display: item.display,
    reference: source.kind === 'entity-reference' ? { key: source.key, member: source.member } : undefined,
    target,
    origin: originOf(source.kind === 'entity-reference' ? source.file : source.key.file, source.range, index),
    items: item.children.map((child) => exportItem(child, index)),
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
  index: LineIndex,
): true | ReferenceText | undefined {
  return deprecated === true ? true : exportText(deprecated, index);
}
