// Functions over items (as written) and rows (as resolved), at any depth.

import type { MarkdownText } from './document.ts';
import type { Entity, FieldItem, Item } from './page.ts';
import type { EntityForm, FormOption, ResolvedEntity, ResolvedItem, TypeText } from './resolved.ts';

/** The fields of an entity as written, at any depth: list by list, in file order. Entity references are left out. */
export function fieldsOf({ properties, parameters, returns }: Entity): readonly FieldItem[] {
  const fields: FieldItem[] = [];
  const visit = (items: readonly Item[] = []): void => {
    for (const item of items) {
      if (item.kind === 'entity-reference') continue;
      fields.push(item);
      visit(item.properties);
    }
  };
  for (const items of [properties, parameters, returns]) visit(items);
  return fields;
}

/** Rows and the rows inside them, at any depth, in order. */
export function withInnerRows<Row extends { readonly children: readonly Row[] }>(rows: readonly Row[]): readonly Row[] {
  const all: Row[] = [];
  const visit = (row: Row): void => {
    all.push(row);
    row.children.forEach(visit);
  };
  rows.forEach(visit);
  return all;
}

/** Every row of a form, at any depth. */
export function rowsOf({ lists }: EntityForm): readonly ResolvedItem[] {
  return lists.flatMap(({ items }) => withInnerRows(items));
}

/** The forms of entities, each once. The form of `json` may replace the missing forms of several languages. */
export function formsOf(entities: readonly ResolvedEntity[]): ReadonlySet<EntityForm> {
  return new Set(entities.flatMap(({ forms }) => [...forms.values()]));
}

/**
 * Anchors of the rows of an entity, and of the lists of a method. The properties of an object have the object's anchor.
 */
export function anchorsOf(entity: ResolvedEntity): readonly string[] {
  return [...formsOf([entity])].flatMap((form) => [
    ...rowsOf(form).flatMap(({ anchor }) => anchor ?? []),
    ...(form.kind === 'method' ? form.lists.map(({ name }) => `${entity.id}.${name}`) : []),
  ]);
}

/** The texts that the tables of entities show, each once: descriptions and deprecations of rows, then of forms. */
export function markdownOf(entities: readonly ResolvedEntity[]): ReadonlySet<MarkdownText> {
  const forms = [...formsOf(entities)];
  const ofRows = forms.flatMap(rowsOf).flatMap(({ description, deprecated }) => [description, deprecated]);
  const ofForms = forms.map(({ entity: { deprecated } }) =>
    deprecated?.kind === 'markdown' ? deprecated.text : undefined,
  );
  return new Set([...ofRows, ...ofForms].filter((text) => text !== undefined && text !== true));
}

/** The text of a type, as written. */
export function typeText(type: TypeText | undefined): string {
  return (type ?? []).map(({ text }) => text).join('');
}

/** The parameters of a method that have rows inside. */
export function optionsOf(form: EntityForm): readonly FormOption[] {
  if (form.kind !== 'method') return [];
  if (form.options !== undefined) return form.options;
  const items = form.lists.find(({ name }) => name === 'parameters')?.items ?? [];
  return items
    .filter(({ children }) => children.length > 0)
    .map(({ type, anchor, display, children }) => ({
      type: typeText(type),
      anchor,
      display,
      children: () => children,
    }));
}
