// `reference.json` → forms and rows in the shape of the second reader, to compare them with its own.

import { listNames, type Exported, type ExportedItem, type ExportedText } from './exported.ts';
import type { Form, Row, Text } from './read-reference.ts';

/** A row as readers see it. */
export type SeenRow = Omit<Row, 'trait' | 'items'> & { readonly items: readonly SeenRow[] };

export type SeenForm = Omit<Form, 'lists'> & { readonly lists: Readonly<Record<string, readonly SeenRow[]>> };

export function formsOf({ pages }: Exported): readonly SeenForm[] {
  return pages.flatMap(({ route, entities }) =>
    entities.flatMap(({ id, forms }) =>
      Object.entries(forms).map(([language, { source, kind, key, title, type, ...form }]) => ({
        route,
        id,
        language,
        source,
        kind: kind as Form['kind'],
        key,
        title,
        type,
        lists: Object.fromEntries(listNames.flatMap((name) => (form[name] ? [[name, form[name].map(rowOf)]] : []))),
      })),
    ),
  );
}

/** The lists without the traits, which only identity needs. */
export function withoutTraits(lists: Form['lists']): Readonly<Record<string, readonly SeenRow[]>> {
  const strip = ({ trait: _trait, items, ...row }: Row): SeenRow => ({ ...row, items: items.map(strip) });
  return Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.map(strip)]));
}

function rowOf(item: ExportedItem): SeenRow {
  const { name, type, optional, description, deprecated, since, title, display, target, origin, items } = item;
  return {
    name,
    type,
    optional,
    text: textOf(description),
    deprecated: deprecated === true ? true : textOf(deprecated),
    since,
    default: item.default,
    title,
    display,
    target,
    place: origin,
    items: items.map(rowOf),
  };
}

function textOf(text: ExportedText | undefined): Text | undefined {
  return text && { text: text.text, place: text.origin };
}

export const nameOf = ({ route, id, language }: SeenForm): string => `${route}#${id} ${language}`;

/** Rows at any depth, also inside references. */
export function rowsIn(items: readonly ExportedItem[]): readonly ExportedItem[] {
  return items.flatMap((item) => [item, ...rowsIn(item.items)]);
}
