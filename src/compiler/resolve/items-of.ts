// The rows of the tables of entities, in all languages, and the anchors of these rows and of their lists.

import type { EntityForm, ResolvedEntity, ResolvedItem } from '../model/index.ts';

/** All items in all forms of entities, at any depth. */
export function itemsOf(entities: readonly ResolvedEntity[]): readonly ResolvedItem[] {
  const found: ResolvedItem[] = [];
  const forms = new Set<EntityForm>(entities.flatMap((entity) => [...entity.forms.values()]));
  for (const form of forms) for (const list of form.lists) collect(list.items, found);
  return found;
}

/** The anchors of rows and of the lists of methods. The list of an object's properties has the anchor of the object. */
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
