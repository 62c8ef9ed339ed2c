// The output of `stele diff --format json` → the changes for the report.

import {
  impacts,
  shownChanges,
  shownImpacts,
  shownValues,
  shownWords,
  type ReportedChange,
  type ReportedDiff,
  type ReportedImpact,
  type ReportedValue,
  type ReportedWords,
} from './report.ts';

interface Place {
  readonly page?: { readonly base?: string; readonly head?: string };
  readonly field?: string;
  readonly entity?: string;
  readonly languages?: readonly string[];
}

interface Value {
  readonly languages: readonly string[];
  readonly before?: string;
  readonly after?: string;
  readonly words?: readonly ReportedWords[];
}

interface DiffDocument {
  readonly format?: string;
  readonly summary?: Readonly<Record<string, number>>;
  readonly changes?: readonly (Omit<ReportedChange, 'approval' | 'page' | 'anchor' | 'values'> & {
    readonly hint?: string;
    readonly subject: Place;
    readonly places: readonly Place[];
    readonly values?: readonly Value[];
    readonly approval?: { readonly kind: 'accepted' | 'correction' };
  })[];
  readonly unknown?: readonly unknown[];
}

/** Returns the changes of a document; undefined if it is not a diff, for example because a side could not be read. */
export function readDiffDocument(value: unknown): ReportedDiff | undefined {
  const { format, summary = {}, changes = [], unknown = [] } = Object(value) as DiffDocument;
  if (format !== 'stele-diff') return undefined;
  const shown = changes.slice(0, shownChanges).map((change) => {
    const { impact, words, hint, languages, subject, places, approval, values = [] } = change;
    const place = places[0] ?? subject;
    return {
      impact,
      approval: approval?.kind,
      words: hint === undefined ? words : `${words} ${hint}`,
      languages,
      page: pathOf(place),
      anchor: place.field ?? place.entity,
      values: values.slice(0, shownValues).flatMap(shorten),
    };
  });
  const counts = [...impacts, 'corrections' as const].map((name) => [name, summary[name] ?? 0]);
  return {
    counts: Object.fromEntries(counts) as ReportedDiff['counts'],
    changes: { total: changes.length, shown },
    pages: listImpacts(changes).slice(0, shownImpacts),
    unknown: unknown.length,
  };
}

/** The address of a place in head, without a language. */
function pathOf({ page }: Place): string | undefined {
  const route = page?.head;
  return route === undefined ? undefined : route === '' ? '' : `${route}/`;
}

/** The most severe change of each page in each language. Changes stand in the order of their impacts. */
function listImpacts(changes: NonNullable<DiffDocument['changes']>): readonly ReportedImpact[] {
  const found = new Map<string, ReportedImpact>();
  for (const { impact, places } of changes) {
    for (const place of places) {
      const path = pathOf(place);
      if (path === undefined) continue;
      for (const language of place.languages?.length ? place.languages : ['']) {
        const key = `${language} ${path}`;
        if (!found.has(key)) found.set(key, { path, language, impact, anchor: place.field ?? place.entity });
      }
    }
  }
  return [...found.values()];
}

/** Characters of a text that did not change, around the words that did; and of words that did. */
const around = 40;
const longest = 300;

/** A value as words; long texts are cut around their changes. Nothing, if the value does not depend on the language. */
function shorten({ languages, before, after, words }: Value): readonly ReportedValue[] {
  const all: ReportedWords[] = words
    ? [...words]
    : [
        ...(before === undefined ? [] : [{ kind: 'removed' as const, text: before }]),
        ...(after === undefined ? [] : [{ kind: 'added' as const, text: after }]),
      ];
  const runs = all.map(({ kind, text }, index) => {
    if (kind !== 'same') return { kind, text: text.length <= longest ? text : `${text.slice(0, longest)}…` };
    if (text.length <= 2 * around) return { kind, text };
    const start = index === 0 ? '' : text.slice(0, around);
    const end = index === all.length - 1 ? '' : text.slice(-around);
    return { kind, text: `${start} … ${end}` };
  });
  return runs.length === 0 ? [] : [{ languages, words: runs.slice(0, shownWords) }];
}
