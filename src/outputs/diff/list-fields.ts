// The items of a list → the fields at one level. Wrappers, which are no fields, are looked through: their names become
// part of the way to a field.

import type { ReferenceItem } from '../export/index.ts';

/** An item that is a field, or a value without a name. */
export interface Field {
  readonly item: ReferenceItem;
  /** Names of the containers that a caller writes around it, from the outermost. */
  readonly way: readonly string[];
  /** Its name within its parent: the last part of its identity. */
  readonly name: string;
  /** Whether a wrapper or another field stands around it. */
  readonly isInside: boolean;
  /** Its place among its siblings. */
  readonly position: number;
}

/**
 * @param way the containers around the list
 * @param parent identity of the field around the list, or the anchor of the list
 * @param hasWrittenWrappers whether callers write the wrappers of the list: they do in inputs, not in what is returned
 */
export function listFields(
  items: readonly ReferenceItem[],
  way: readonly string[],
  parent: string,
  isInside: boolean,
  hasWrittenWrappers: boolean,
): readonly Field[] {
  const fields: Field[] = [];
  const visit = (list: readonly ReferenceItem[], around: readonly string[], inside: boolean): void => {
    for (const item of list) {
      const isWrapper = item.identity === undefined && item.items.length > 0;
      if (isWrapper) visit(item.items, hasWrittenWrappers ? [...around, item.name ?? ''] : around, true);
      else
        fields.push({ item, way: around, name: nameWithin(item, parent), isInside: inside, position: fields.length });
    }
  };
  visit(items, way, isInside);
  return fields;
}

function nameWithin({ identity, name }: ReferenceItem, parent: string): string {
  if (identity === undefined) return name ?? '';
  if (identity === parent) return '';
  return identity.startsWith(`${parent}.`) ? identity.slice(parent.length + 1) : identity;
}
