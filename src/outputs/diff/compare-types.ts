// Two types → how their values relate. The relation is known only if both types are understood.

import { families, parseType, type Alternative, type TypeTree } from './parse-type.ts';

export type Certainty = 'yes' | 'no' | 'unknown';

/** Whether each value of the old type has the new type, and the other way round. */
export interface TypeRelation {
  readonly keepsAll: Certainty;
  readonly addsNone: Certainty;
}

export function compareTypes(before: string, after: string, language: string): TypeRelation {
  const squeeze = (text: string): string => text.replace(/\s+/g, '');
  if (squeeze(before) === squeeze(after)) return { keepsAll: 'yes', addsNone: 'yes' };
  const [old, now] = [parseType(before, language), parseType(after, language)];
  if (old === undefined || now === undefined) return { keepsAll: 'unknown', addsNone: 'unknown' };
  return { keepsAll: isIn(old, now), addsNone: isIn(now, old) };
}

/** Values of an enum that one of two types lacks, if the types do not differ otherwise. */
export interface EnumDifference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function compareEnums(before: string, after: string, language: string): EnumDifference | undefined {
  const [old, now] = [parseType(before, language), parseType(after, language)];
  if (old === undefined || now === undefined) return undefined;
  const [oldValues, newValues] = [literalsOf(old), literalsOf(now)];
  if (oldValues.size === 0 || newValues.size === 0) return undefined;
  const rest = (tree: TypeTree): TypeTree => tree.filter(({ kind }) => kind !== 'literal');
  if (isIn(rest(old), rest(now)) !== 'yes' || isIn(rest(now), rest(old)) !== 'yes') return undefined;
  const removed = [...oldValues].filter((value) => !newValues.has(value));
  const added = [...newValues].filter((value) => !oldValues.has(value));
  return removed.length + added.length === 0 ? undefined : { removed, added };
}

function literalsOf(tree: TypeTree): ReadonlySet<string> {
  return new Set(tree.flatMap((each) => (each.kind === 'literal' ? [each.value] : [])));
}

function isIn(inner: TypeTree, outer: TypeTree): Certainty {
  return all(inner.map((each) => some(outer.map((other) => isAlternativeIn(each, other)))));
}

function all(answers: readonly Certainty[]): Certainty {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function some(answers: readonly Certainty[]): Certainty {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

const basic: ReadonlySet<string> = new Set(Object.values(families));

/** Ranks of numbers: each type holds the values of those with a lower rank. */
const ranks: Readonly<Record<string, number>> = {
  byte: 1,
  int8: 1,
  i8: 1,
  short: 2,
  int16: 2,
  i16: 2,
  int: 3,
  int32: 3,
  i32: 3,
  integer: 3,
  long: 4,
  int64: 4,
  i64: 4,
  float: 5,
  float32: 5,
  f32: 5,
  double: 6,
  float64: 6,
  f64: 6,
  number: 7,
  numeric: 7,
};

function rankOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(ranks, lower) ? ranks[lower] : undefined;
}

function isAlternativeIn(inner: Alternative, outer: Alternative): Certainty {
  if (outer.kind === 'name' && outer.name === families.any) return 'yes';
  if (inner.kind === 'literal') return isLiteralIn(inner, outer);
  if (inner.name === families.any) return 'no';
  if (outer.kind === 'literal') return basic.has(inner.name) || rankOf(inner.name) !== undefined ? 'no' : 'unknown';
  if (inner.name === outer.name) return areArgumentsIn(inner.args, outer.args);
  return areNamesIn(inner.name, outer.name);
}

function isLiteralIn(inner: Alternative & { kind: 'literal' }, outer: Alternative): Certainty {
  if (outer.kind === 'literal') return inner.value === outer.value && inner.isText === outer.isText ? 'yes' : 'no';
  if (inner.isText) return outer.name === families.text ? 'yes' : basicOrNumber(outer.name) ? 'no' : 'unknown';
  if (/^(?:true|false)$/.test(inner.value))
    return outer.name === families.boolean ? 'yes' : basicOrNumber(outer.name) ? 'no' : 'unknown';
  return rankOf(outer.name) === undefined ? (basic.has(outer.name) ? 'no' : 'unknown') : 'yes';
}

function basicOrNumber(name: string): boolean {
  return basic.has(name) || rankOf(name) !== undefined;
}

function areArgumentsIn(inner: readonly TypeTree[], outer: readonly TypeTree[]): Certainty {
  if (inner.length === 0 && outer.length === 0) return 'yes';
  if (inner.length !== outer.length) return 'unknown';
  return all(inner.map((tree, index) => isIn(tree, outer[index]!)));
}

function areNamesIn(inner: string, outer: string): Certainty {
  const [from, to] = [rankOf(inner), rankOf(outer)];
  if (from !== undefined && to !== undefined) return from <= to ? 'yes' : 'no';
  const [innerIsBasic, outerIsBasic] = [basicOrNumber(inner), basicOrNumber(outer)];
  if (innerIsBasic && outerIsBasic) return 'no';
  if (inner === families.empty || outer === families.empty) return 'no';
  // A documented name may be another word for a basic type.
  return 'unknown';
}
