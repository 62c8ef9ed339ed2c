// A field → an example value for samples and responses.

import type { Field, ObjectPlan } from './plan-site.ts';
import type { Random } from './seeded-random.ts';
import { sampleWords } from './vocabulary.ts';

export type Value = string | number | boolean;

/** A value of a field that holds no other object. */
export function valueOf(field: Field, random: Random): Value {
  if (field.type === 'enum') return random.pick(field.values);
  if (field.type === 'integer') return 1 + random.integer(5000);
  if (field.type === 'boolean') return random.chance(0.5);
  if (field.type === 'time') return `2026-0${1 + random.integer(9)}-${10 + random.integer(18)}T08:30:00.000Z`;
  return `${random.pick(sampleWords)}-${random.pick(sampleWords)}-${random.integer(1000)}`;
}

/** `billing_invoice_01…`: an identifier of an object. */
export function identifier({ id }: Pick<ObjectPlan, 'id'>, random: Random): string {
  const letters = Array.from({ length: 16 }, () => random.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']));
  return `${id}_01${letters.join('')}`;
}
