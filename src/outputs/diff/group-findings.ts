// Findings in single languages and places → changes: one for each thing that has changed, with the languages and places
// in which it has the same effect.

import { impacts, kindSpec, type ChangeKind, type Impact } from '../../compiler/format/index.ts';
import type { DiffSettings } from '../../compiler/model/index.ts';
import { compareText, wordsOfName } from '../../compiler/text/index.ts';
import type { Change, ChangePlace, ChangeValue, Finding, Subject } from './change.ts';
import { describeChange } from './describe-change.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isBefore } from './order.ts';

export interface GroupOptions {
  readonly impacts: DiffSettings;
  /** Ids of all languages, in the order in which they are shown. */
  readonly languages: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

export function impactOf(kind: ChangeKind, language: string | undefined, settings: DiffSettings): Impact {
  const own = language === undefined ? undefined : valueOf(valueOf(settings.languages, language), kind);
  const chosen = own ?? valueOf(settings.impacts, kind);
  const { byLanguage, impact } = kindSpec(kind);
  return impacts.find((word) => word === chosen) ?? valueOf(byLanguage, language ?? '') ?? impact;
}

function valueOf<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** @returns the changes, the most severe first, then in the order of pages */
export function groupFindings(findings: readonly Finding[], options: GroupOptions): readonly Change[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const impact = impactOf(finding.kind, finding.language, options.impacts);
    const key = JSON.stringify([finding.kind, impact, subjectKey(finding)]);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { impact, findings: [finding] });
  }
  const changes = joinTexts([...groups.values()]).map((group) => makeChange(group.findings, group.impact, options));
  return changes.toSorted((a, b) => isBefore(a, b));
}

interface Group {
  readonly impact: Impact;
  readonly findings: Finding[];
}

/** A description with other words in some languages is one change too, if the same fields show all its texts. */
function joinTexts(groups: readonly Group[]): readonly Group[] {
  const joined = new Map<string, Group>();
  for (const { impact, findings } of groups) {
    const [{ kind }] = findings as [Finding];
    const subjects = [...new Set(findings.map(({ subject }) => JSON.stringify(subject)))].sort();
    const key = kind === 'description-changed' ? JSON.stringify([impact, subjects]) : `${joined.size}`;
    const other = joined.get(key);
    if (other) for (const finding of findings) other.findings.push(finding);
    else joined.set(key, { impact, findings: [...findings] });
  }
  return [...joined.values()];
}

/** Findings with the same key are one change. */
function subjectKey({ kind, subject, about, detail, before, after }: Finding): unknown {
  const folded = detail === undefined ? undefined : wordsOfName(detail).join(' ').toLowerCase();
  // The same words change wherever a description is shown.
  if (kind === 'description-changed' && subject.entity !== undefined) return { before, after };
  const { page, entity, field, kind: what } = about ?? subject;
  return { page, entity, field, what, detail: folded };
}

function makeChange(all: readonly Finding[], impact: Impact, options: GroupOptions): Change {
  const rank = (language: string | undefined): number => options.languages.indexOf(language ?? '');
  const findings = all.toSorted((a, b) => rank(a.language) - rank(b.language));
  const [first] = findings as [Finding, ...Finding[]];
  const { kind } = first;
  const subject = findings.find(({ about }) => about === undefined)?.subject ?? first.about ?? first.subject;
  const values = valuesOf(findings);
  const languages = languagesOf(findings);
  const draft = { kind, impact, languages, subject, values, places: placesOf(findings) };
  return {
    fingerprint: fingerprintOf(identityOf(first, subject, values)),
    ...draft,
    words: describeChange(draft, first.detail, options.labels),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  };
}

/** What a fingerprint depends on: the change itself, not the places in files and the pages that show it. */
function identityOf({ kind, detail }: Finding, subject: Subject, values: readonly ChangeValue[]): string {
  const { page, entity, field, kind: what } = subject;
  const isText = kind === 'description-changed' && (entity !== undefined || what !== undefined);
  const about = isText ? [] : [what, page?.base ?? page?.head, entity, field];
  const told = values.map(({ languages, before, after }) => [languages, before ?? null, after ?? null]);
  return JSON.stringify([kind, about, detail === undefined ? null : detail.toLowerCase(), told]);
}

function languagesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ language }) => language ?? []))];
}

function valuesOf(findings: readonly Finding[]): readonly ChangeValue[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.before, finding.after]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => {
    const { before, after, base, head } = group[0]!;
    return {
      languages: languagesOf(group),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(base === undefined ? {} : { base }),
      ...(head === undefined ? {} : { head }),
    };
  });
}

function placesOf(findings: readonly Finding[]): readonly ChangePlace[] {
  const places = new Map<string, { readonly subject: Subject; readonly languages: Set<string> }>();
  for (const { subject, language } of findings) {
    if (subject.page === undefined) continue;
    const key = JSON.stringify([subject.page.base, subject.page.head, subject.entity, subject.field]);
    const place = places.get(key) ?? { subject, languages: new Set() };
    places.set(key, place);
    if (language !== undefined) place.languages.add(language);
  }
  const list = [...places.values()].map(({ subject: { page, entity, field }, languages }) => ({
    page: page!,
    ...(entity === undefined ? {} : { entity }),
    ...(field === undefined ? {} : { field }),
    languages: [...languages],
  }));
  const keyOf = ({ page, field, entity }: ChangePlace): string => `${page.head ?? page.base} ${field ?? entity ?? ''}`;
  return list.toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
}
