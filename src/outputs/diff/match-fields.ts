// The fields of two lists → pairs. The identity decides. Where it has changed, a field is the same if it has the same
// key, or else the same description, and no other field could be meant.

import { canonicalText } from './canonical-text.ts';
import type { Field } from './list-fields.ts';

export interface FieldMatch {
  readonly base?: Field;
  readonly head?: Field;
}

type Signature = (field: Field) => string | undefined;

const byIdentity: Signature = ({ name }) => name;
const byKey: Signature = ({ item }) => item.name;
const byPath: Signature = ({ item }) => item.placeholder && `${item.placeholder}\n${item.type}`;
const byPathAlone: Signature = ({ item }) => item.placeholder;
const byText: Signature = ({ item }) => canonicalText(item.description);

/** Siblings: the children of one field on both sides. */
export function matchSiblings(base: readonly Field[], head: readonly Field[]): readonly FieldMatch[] {
  return match(base, head, [byIdentity, byKey, byPath, byPathAlone, byText]);
}

/** Fields whose parents differ. Only those with the same key and the same description are the same. */
export function matchMoved(base: readonly Field[], head: readonly Field[]): readonly FieldMatch[] {
  const sameFolded: Signature = ({ item }) => {
    const text = item.placeholder ?? canonicalText(item.description);
    return item.name === undefined || text === undefined ? undefined : `${item.name}\n${text}`;
  };
  return match(base, head, [sameFolded]);
}

function match(
  base: readonly Field[],
  head: readonly Field[],
  signatures: readonly Signature[],
): readonly FieldMatch[] {
  const partner = new Map<Field, Field>();
  const taken = new Set<Field>();
  for (const signature of signatures) {
    const left = base.filter((field) => !partner.has(field));
    if (left.length === 0) break;
    const rest = indexBy(
      head.filter((field) => !taken.has(field)),
      signature,
    );
    for (const [key, [field, another]] of indexBy(left, signature)) {
      const [other, rival] = rest.get(key) ?? [];
      if (field === undefined || another !== undefined || other === undefined || rival !== undefined) continue;
      partner.set(field, other);
      taken.add(other);
    }
  }
  const pairs = base.map((field): FieldMatch => {
    const other = partner.get(field);
    return other === undefined ? { base: field } : { base: field, head: other };
  });
  return [...pairs, ...head.filter((field) => !taken.has(field)).map((field) => ({ head: field }))];
}

function indexBy(fields: readonly Field[], signature: Signature): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of fields) {
    const key = signature(field);
    if (key === undefined) continue;
    const group = found.get(key);
    if (group) group.push(field);
    else found.set(key, [field]);
  }
  return found;
}
