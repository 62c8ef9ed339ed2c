// The output of `stele diff --format json` → the changes for the report.

import { impacts, shownChanges, type ReportedChange, type ReportedDiff } from './report.ts';

interface Place {
  readonly page?: { readonly base?: string; readonly head?: string };
  readonly field?: string;
  readonly entity?: string;
}

interface DiffDocument {
  readonly format?: string;
  readonly summary?: Readonly<Record<string, number>>;
  readonly changes?: readonly (Omit<ReportedChange, 'approval' | 'page' | 'anchor'> & {
    readonly hint?: string;
    readonly subject: Place;
    readonly places: readonly Place[];
    readonly approval?: { readonly kind: 'accepted' | 'correction' };
  })[];
  readonly unknown?: readonly unknown[];
}

/** Returns the changes of a document; undefined if it is none, for example because a side could not be read. */
export function readDiffDocument(value: unknown): ReportedDiff | undefined {
  const { format, summary = {}, changes = [], unknown = [] } = Object(value) as DiffDocument;
  if (format !== 'stele-diff') return undefined;
  const shown = changes.slice(0, shownChanges).map((change) => {
    const { impact, words, hint, languages, subject, places, approval } = change;
    const { page, field, entity } = places[0] ?? subject;
    const route = page?.head;
    return {
      impact,
      approval: approval?.kind,
      words: hint === undefined ? words : `${words} ${hint}`,
      languages,
      page: route === undefined ? undefined : route === '' ? '' : `${route}/`,
      anchor: field ?? entity,
    };
  });
  const counts = [...impacts, 'corrections' as const].map((name) => [name, summary[name] ?? 0]);
  return {
    counts: Object.fromEntries(counts) as ReportedDiff['counts'],
    changes: { total: changes.length, shown },
    unknown: unknown.length,
  };
}
