// Reads single fields of a report, which comes from a stranger. Each function throws ReportRefused for a value of
// another form.

import type { Cut, Pair } from './report.ts';

/** Thrown if a report is not of its form; the message names the field. */
export class ReportRefused extends Error {}

/** The fields of an object. */
export function fields(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReportRefused(`The report has no ${name}.`);
  return value as Record<string, unknown>;
}

/** A text, which a pattern may limit. */
export function textOf(value: unknown, name: string, pattern?: RegExp): string {
  if (typeof value === 'string' && (pattern === undefined || pattern.test(value))) return value;
  throw new ReportRefused(`The report has a wrong value for ${name}.`);
}

/** A whole number from 0. */
export function count(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ReportRefused(`The report has a wrong value for ${name}.`);
}

/** A list of at most `max` entries. */
export function listOf<T>(value: unknown, name: string, max: number, read: (entry: unknown) => T): readonly T[] {
  if (!Array.isArray(value) || value.length > max) throw new ReportRefused(`The report has a wrong list ${name}.`);
  return value.map(read);
}

/** A list of at most `max` shown entries, with the number of all. */
export function cutOf<T>(value: unknown, name: string, max: number, read: (entry: unknown) => T): Cut<T> {
  const cut = fields(value, name);
  const shown = listOf(cut['shown'], name, max, read);
  return { total: Math.max(shown.length, count(cut['total'], name)), shown };
}

/** A figure of the base and of the pull request; undefined if it is absent. */
export function pairOf(value: unknown, name: string): Pair | undefined {
  if (value === undefined || value === null) return undefined;
  const pair = fields(value, name);
  return { base: count(pair['base'], name), head: count(pair['head'], name) };
}
