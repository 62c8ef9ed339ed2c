// `reference.json` → the fields of every entity with their names in each language, joined by identity only.

import { listNames, type Exported, type ExportedItem } from './exported.ts';
import { rowsIn } from './exported-forms.ts';

/** One field of an entity: all items with the same identity. */
export interface ExportedField {
  readonly route: string;
  readonly entity: string;
  readonly identity: string;
  /** By language. `json` for a form that replaces missing ones. */
  readonly names: ReadonlyMap<string, string>;
  /** Languages with their own form, including `json`. */
  readonly languages: readonly string[];
  /** Whether the field is plumbing of a language: it has an identity, but does not count as missing elsewhere. */
  readonly isPlumbing: boolean;
  /** Whether the field is inside a reference to a member in every language that has it. */
  readonly isReferenced: boolean;
}

/** All fields, in the order of the document. */
export function fieldsOf(exported: Exported): readonly ExportedField[] {
  return exported.pages.flatMap(({ route, entities }) =>
    entities.flatMap(({ id, forms }) => {
      const own = new Map(Object.values(forms).map((form) => [form.source, form]));
      const fields = new Map<string, Map<string, string>>();
      const plumbing = new Set<string>();
      const written = new Set<string | undefined>();
      for (const [language, form] of own) {
        for (const item of listNames.flatMap((name) => rowsIn(form[name] ?? []))) {
          const { identity, name = 'anonymous' } = item;
          if (identity === undefined) continue;
          fields.set(identity, (fields.get(identity) ?? new Map<string, string>()).set(language, name));
          if (item.isPlumbing) plumbing.add(identity);
        }
        for (const { identity } of listNames.flatMap((name) => writtenIn(form[name] ?? []))) written.add(identity);
      }
      return [...fields].map(([identity, names]) => ({
        route,
        entity: id,
        identity,
        names,
        languages: [...own.keys()],
        isPlumbing: plumbing.has(identity),
        isReferenced: !written.has(identity),
      }));
    }),
  );
}

/** Rows that are written on the entity's own page. */
function writtenIn(items: readonly ExportedItem[]): readonly ExportedItem[] {
  return items.flatMap((item) => [item, ...(item.reference ? [] : writtenIn(item.items))]);
}
