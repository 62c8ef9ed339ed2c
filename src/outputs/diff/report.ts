// What the formats print: a diff with its two sides.

import { impacts, type Impact } from '../../compiler/format/index.ts';
import type { Change, Diff } from './change.ts';
import type { SmallStep } from './check-versions.ts';

export interface DiffReport {
  readonly base: SideFacts;
  readonly head: SideFacts;
  readonly diff: Diff;
  /** Languages whose package needs a larger step of its version; set if versions are checked. */
  readonly versions?: readonly SmallStep[] | undefined;
}

/** A side for readers. */
export interface SideFacts {
  /** As the user named it. */
  readonly name: string;
  readonly kind: string;
  readonly commit?: string | undefined;
  /** Number of errors. With errors, only what resolved is compared. */
  readonly errors: number;
}

/** `JavaScript: 6.4.0 → 6.4.1 is a patch version, and its changes need a major version.` */
export function describeStep({ language, base, head, found, needed }: SmallStep, { labels }: Diff): string {
  const step = found === 'none' ? 'no new version' : `a ${found} version`;
  return `${labels.get(language) ?? language}: ${base} → ${head} is ${step}, and its changes need a ${needed} version.`;
}

/** Numbers of changes. Corrections are counted only as such. */
export type Counts = Readonly<Record<Impact | 'corrections' | 'approved', number>>;

export function countChanges(changes: readonly Change[]): Counts {
  const plain = changes.filter((change) => !isCorrection(change));
  const of = (impact: Impact): number => plain.filter((change) => change.impact === impact).length;
  return {
    breaking: of('breaking'),
    risk: of('risk'),
    addition: of('addition'),
    text: of('text'),
    corrections: changes.length - plain.length,
    approved: plain.filter(({ approval }) => approval !== undefined).length,
  };
}

export function isCorrection({ approval }: Change): boolean {
  return approval?.kind === 'correction';
}

/** Words for a number of changes of an impact. */
const nouns: Readonly<Record<Impact, readonly [string, string]>> = {
  breaking: ['breaking', 'breaking'],
  risk: ['risk', 'risks'],
  addition: ['addition', 'additions'],
  text: ['text', 'texts'],
};

/** `2 breaking, 1 risk, 3 texts`; `no changes`. */
export function summarise(changes: readonly Change[]): string {
  const counts = countChanges(changes);
  const parts = impacts
    .filter((impact) => counts[impact] > 0)
    .map((impact) => `${counts[impact]} ${nouns[impact][counts[impact] === 1 ? 0 : 1]}`);
  if (counts.corrections > 0)
    parts.push(`${counts.corrections} ${counts.corrections === 1 ? 'correction' : 'corrections'}`);
  if (counts.approved > 0) parts.push(`${counts.approved} of them approved`);
  return parts.length === 0 ? 'no changes' : parts.join(', ');
}

/** As `summarise`, with the number of parts that could not be read: the list of changes is then incomplete. */
export function summariseDiff({ changes, unknown }: Diff): string {
  const lost = unknown.length;
  return summarise(changes) + (lost === 0 ? '' : `, ${lost} ${lost === 1 ? 'part' : 'parts'} unknown`);
}

/** `main has 2 errors: only what could be read is compared.`, for each side with errors. */
export function describeErrors({ base, head }: DiffReport, nameOf: (name: string) => string): readonly string[] {
  return [base, head]
    .filter(({ errors }) => errors > 0)
    .map(
      ({ name, errors }) =>
        `${nameOf(name)} has ${errors} ${errors === 1 ? 'error' : 'errors'}: only what could be read is compared.`,
    );
}

/** Sections of a report, the most important first; empty ones are left out. */
export function sectionsOf(
  changes: readonly Change[],
): readonly { readonly title: string; readonly changes: readonly Change[] }[] {
  const titles: Readonly<Record<Impact, string>> = {
    breaking: 'Breaking',
    risk: 'Risk',
    addition: 'Additions',
    text: 'Text',
  };
  const sections = impacts.map((impact) => ({
    title: titles[impact],
    changes: changes.filter((change) => change.impact === impact && !isCorrection(change)),
  }));
  return [...sections, { title: 'Corrections', changes: changes.filter(isCorrection) }].filter(
    ({ changes: all }) => all.length > 0,
  );
}

/** Whether the exit code is 1. Approved changes and corrections never count. */
export function fails(changes: readonly Change[], threshold: 'breaking' | 'risk' | 'any' | 'none'): boolean {
  if (threshold === 'none') return false;
  const counted = { breaking: 1, risk: 2, any: impacts.length }[threshold];
  const failing = new Set<Impact>(impacts.slice(0, counted));
  return changes.some(({ impact, approval }) => approval === undefined && failing.has(impact));
}
