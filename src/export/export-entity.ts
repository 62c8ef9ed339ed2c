// A resolved entity → data: its form in each language, with every item resolved.

import type {
  Deprecated,
  EntityForm,
  MarkdownText,
  Page,
  ResolvedEntity,
  ResolvedItem,
  TypeText,
} from '../model/index.ts';
import { exportText, originOf } from './origin.ts';

export function exportEntity({ id, forms }: ResolvedEntity): object {
  return { id, forms: Object.fromEntries([...forms].map(([language, form]) => [language, exportForm(form)])) };
}

function exportForm({ source, entity, kind, lists }: EntityForm): object {
  return {
    // The language whose form it is: `json` stands in where a language has none.
    source,
    kind,
    key: entity.key.value,
    title: entity.title?.value,
    type: entity.type?.value,
    url: entity.url?.value,
    patternBefore: entity.patternBefore?.value,
    ...(entity.sendsEmail ? { sendsEmail: true } : {}),
    deprecated: exportDeprecated(deprecatedOf(entity.deprecated)),
    since: entity.since?.value,
    origin: originOf(entity.file, entity.range),
    ...Object.fromEntries(lists.map(({ name, items }) => [name, items.map(exportItem)])),
  };
}

/** Entities that exist to be referred to. */
export function exportShared({ entities }: Page): readonly object[] {
  return [...entities].flatMap(([language, list]) =>
    list
      .filter(({ id }) => id === undefined)
      .map((entity) => ({
        language,
        key: entity.key.value,
        type: entity.type?.value,
        optional: entity.optional?.value ?? false,
        description: entity.description?.kind === 'markdown' ? exportText(entity.description.text) : undefined,
        placeholder: entity.description?.kind === 'placeholder' ? entity.description.path : undefined,
        origin: originOf(entity.file, entity.range),
      })),
  );
}

function exportItem(item: ResolvedItem): object {
  const { source, target } = item;
  return {
    // The key as written is the name, but for unnamed values, which have none.
    name: item.name,
    identity: item.identity,
    type: item.type && item.type.map(({ text }) => text).join(''),
    typeLinks: exportTypeLinks(item.type),
    optional: item.isOptional,
    description: exportText(item.description),
    deprecated: exportDeprecated(item.deprecated),
    since: item.since,
    default: item.default,
    title: item.title,
    display: item.display,
    reference: source.kind === 'reference' ? { key: source.key, member: source.member } : undefined,
    target,
    origin: originOf(source.kind === 'reference' ? source.file : source.key.file, source.range),
    items: item.children.map(exportItem),
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

function exportDeprecated(deprecated: true | MarkdownText | undefined): true | object | undefined {
  return deprecated === true ? true : exportText(deprecated);
}
