// Every row of the tables of entities, in all languages, and the anchors of those rows and of the lists around them.

import type { EntityForm, ResolvedEntity, ResolvedItem } from '../model/index.ts';

/** Every item of every form of entities, at any depth. */
export function itemsOf(entities: readonly ResolvedEntity[]): readonly ResolvedItem[] {
  const found: ResolvedItem[] = [];
  const forms = new Set<EntityForm>(entities.flatMap((entity) => [...entity.forms.values()]));
  for (const form of forms) for (const list of form.lists) collect(list.items, found);
  return found;
}

/** Anchors of the rows of entities and of the lists of methods. The properties of an object have the object's anchor. */
export function anchorsOf(entities: readonly ResolvedEntity[]): readonly string[] {
  const rows = itemsOf(entities).flatMap(({ anchor }) => anchor ?? []);
  const lists = entities.flatMap(({ id, forms }) =>
    [...forms.values()].flatMap((form) =>
      form.kind === 'method' ? form.lists.map(({ name }) => `${id}.${name}`) : [],
    ),
  );
  return [...rows, ...lists];
}

function collect(items: readonly ResolvedItem[], found: ResolvedItem[]): void {
  for (const item of items) {
    found.push(item);
    collect(item.children, found);
  }
}
