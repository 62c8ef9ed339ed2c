// What a pull request changes for readers, as data: the build of the pull request writes it, and the jobs that publish
// and comment read it. It comes from a stranger, so it is read field by field, within limits.

/** A finding of `stele check`. */
export interface ReportedFinding {
  readonly severity: 'error' | 'warning' | 'advice';
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** Impacts of a change, the most severe first. */
export const impacts = ['breaking', 'risk', 'addition', 'text'] as const;

/** A change of the reference, as `stele diff` tells it. */
export interface ReportedChange {
  readonly impact: (typeof impacts)[number];
  /** Whether an approval says that the documentation was wrong, or that the change is wanted. */
  readonly approval: 'correction' | 'accepted' | undefined;
  /** The change in one sentence, with code in backticks. */
  readonly words: string;
  /** Ids of the languages; empty if the change does not depend on the language. */
  readonly languages: readonly string[];
  /** Address of the page that shows it, without a language; undefined if no page of the head shows it. */
  readonly page: string | undefined;
  /** Anchor of the row on that page. */
  readonly anchor: string | undefined;
  /** What readers saw before and see now, for each group of languages in which it is the same; a part of long texts. */
  readonly values: readonly ReportedValue[];
}

/** A text before and after, as the words that both have and those that only one has. */
export interface ReportedValue {
  readonly languages: readonly string[];
  readonly words: readonly ReportedWords[];
}

export interface ReportedWords {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The most severe change of a page in one language. */
export interface ReportedImpact {
  /** Address of the page without a language. */
  readonly path: string;
  /** '' for changes that do not depend on the language. */
  readonly language: string;
  readonly impact: (typeof impacts)[number];
  /** Anchor of its row. */
  readonly anchor: string | undefined;
}

/** The changes of the reference. */
export interface ReportedDiff {
  /** Number of changes that no approval names, by impact, and of corrections. */
  readonly counts: Readonly<Record<(typeof impacts)[number] | 'corrections', number>>;
  readonly changes: Cut<ReportedChange>;
  /** Impacts on the pages, of as many as a report may have. */
  readonly pages: readonly ReportedImpact[];
  /** Number of parts of a side that could not be read: nothing is said about them. */
  readonly unknown: number;
}

/** Entries and their number; a long list is cut. */
export interface Cut<T> {
  readonly total: number;
  readonly shown: readonly T[];
}

/** A figure of the base and of the pull request. */
export interface Pair {
  readonly base: number;
  readonly head: number;
}

/** Rows of a page that differ from the base, by anchor. */
export interface ReportedRows {
  /** Address of the page. */
  readonly path: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** A removed row has the place of the nearest row that is still there. */
  readonly removed: readonly { readonly name: string; readonly place: 'before' | 'after'; readonly anchor: string }[];
}

/** The report. Paths of pages are addresses from the top of the site: '' or `python/guides/start/`. */
export interface Report {
  readonly version: 1;
  readonly pr: number;
  /** Commits of the pull request and of its base. */
  readonly head: string;
  readonly base: string;
  readonly hasSite: boolean;
  /** Ids of the languages. */
  readonly languages: readonly string[];
  readonly pages: {
    readonly total: number;
    readonly changed: Cut<string>;
    readonly added: Cut<string>;
    readonly removed: Cut<string>;
  };
  readonly findings: {
    readonly new: Cut<ReportedFinding>;
    readonly fixed: Cut<ReportedFinding>;
    readonly errors: number;
  };
  /** Rows that differ, of as many pages as a report may have. */
  readonly rows: readonly ReportedRows[];
  /** Changes of the reference; absent if they could not be found. */
  readonly diff: ReportedDiff | undefined;
  /** Compressed bytes of all pages; absent without a site on both sides. */
  readonly weight: Pair | undefined;
  /** Milliseconds of the builds. */
  readonly time: Pair | undefined;
}

/** Limits of a list in a report. */
export const shownPages = 5000;
export const shownFindings = 100;
export const shownChanges = 10_000;
/** Groups of languages of one change, and parts of a text. */
export const shownValues = 12;
export const shownWords = 24;
/** Pages with rows, and rows of each kind on one page. */
export const markedPages = 1000;
export const markedRows = 200;

/** Thrown if a report is not of its form; the message names the field. */
export class ReportRefused extends Error {}

/** Largest report that is read. */
export const maxReportBytes = 16 * 1024 * 1024;

/**
 * Reads a report.
 * @throws ReportRefused
 */
export function readReport(text: string): Report {
  if (text.length > maxReportBytes) throw new ReportRefused(`The report has more than ${maxReportBytes} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReportRefused('The report is not JSON.');
  }
  const report = fields(value, 'report');
  if (report['version'] !== 1)
    throw new ReportRefused('The report has a version that this version of Stele cannot read.');
  const [pages, findings] = [fields(report['pages'], 'pages'), fields(report['findings'], 'findings')];
  return {
    version: 1,
    pr: count(report['pr'], 'pr'),
    head: textOf(report['head'], 'head', /^[0-9a-f]{40,64}$/),
    base: textOf(report['base'], 'base', /^[0-9a-f]{40,64}$/),
    hasSite: report['hasSite'] === true,
    languages: listOf(report['languages'], 'languages', 100, readLanguage),
    pages: {
      total: count(pages['total'], 'pages.total'),
      changed: cutOf(pages['changed'], 'pages.changed', shownPages, readPath),
      added: cutOf(pages['added'], 'pages.added', shownPages, readPath),
      removed: cutOf(pages['removed'], 'pages.removed', shownPages, readPath),
    },
    findings: {
      new: cutOf(findings['new'], 'findings.new', shownFindings, readFinding),
      fixed: cutOf(findings['fixed'], 'findings.fixed', shownFindings, readFinding),
      errors: count(findings['errors'], 'findings.errors'),
    },
    rows: listOf(report['rows'] ?? [], 'rows', markedPages, readRows),
    diff: report['diff'] === undefined || report['diff'] === null ? undefined : readDiff(report['diff']),
    weight: pairOf(report['weight'], 'weight'),
    time: pairOf(report['time'], 'time'),
  };
}

function readFinding(value: unknown): ReportedFinding {
  const finding = fields(value, 'finding');
  const severity = finding['severity'];
  if (severity !== 'error' && severity !== 'warning' && severity !== 'advice')
    throw new ReportRefused('The report has a finding with a severity that does not exist.');
  return {
    severity,
    code: textOf(finding['code'], 'code', /^[a-z][a-z0-9-]{0,60}$/),
    message: textOf(finding['message'], 'message').slice(0, 500),
    file: textOf(finding['file'], 'file').slice(0, 300),
    line: finding['line'] === undefined ? undefined : count(finding['line'], 'line'),
  };
}

function readDiff(value: unknown): ReportedDiff {
  const diff = fields(value, 'diff');
  const counts = fields(diff['counts'], 'diff.counts');
  const numbers = [...impacts, 'corrections' as const].map((name) => [name, count(counts[name], name)]);
  return {
    counts: Object.fromEntries(numbers) as ReportedDiff['counts'],
    changes: cutOf(diff['changes'], 'diff.changes', shownChanges, readChange),
    pages: listOf(diff['pages'] ?? [], 'diff.pages', shownPages, readImpact),
    unknown: count(diff['unknown'], 'diff.unknown'),
  };
}

function readChange(value: unknown): ReportedChange {
  const change = fields(value, 'change');
  const approval = change['approval'];
  return {
    impact: impactOf(change['impact']),
    approval: approval === 'correction' || approval === 'accepted' ? approval : undefined,
    words: textOf(change['words'], 'words').slice(0, 1000),
    languages: listOf(change['languages'], 'languages', 100, readLanguage),
    page: change['page'] === undefined ? undefined : readPath(change['page']),
    anchor: change['anchor'] === undefined ? undefined : readAnchor(change['anchor']),
    values: listOf(change['values'] ?? [], 'values', shownValues, readValue),
  };
}

function readValue(value: unknown): ReportedValue {
  const { languages, words } = fields(value, 'value');
  return {
    languages: listOf(languages, 'languages', 100, readLanguage),
    words: listOf(words, 'words', shownWords, (entry) => {
      const { kind, text } = fields(entry, 'words');
      if (kind !== 'same' && kind !== 'removed' && kind !== 'added')
        throw new ReportRefused('The report has words of a kind that does not exist.');
      return { kind, text: textOf(text, 'words').slice(0, 1000) };
    }),
  };
}

function readImpact(value: unknown): ReportedImpact {
  const entry = fields(value, 'impact');
  return {
    path: readPath(entry['path']),
    language: entry['language'] === '' ? '' : readLanguage(entry['language']),
    impact: impactOf(entry['impact']),
    anchor: entry['anchor'] === undefined ? undefined : readAnchor(entry['anchor']),
  };
}

function impactOf(value: unknown): (typeof impacts)[number] {
  const impact = impacts.find((name) => name === value);
  if (impact === undefined) throw new ReportRefused('The report has a change with an impact that does not exist.');
  return impact;
}

function readAnchor(value: unknown): string {
  return textOf(value, 'anchor', /^[^\s\p{C}"'<>]{1,300}$/u);
}

function readRows(value: unknown): ReportedRows {
  const rows = fields(value, 'rows');
  return {
    path: readPath(rows['path']),
    added: listOf(rows['added'], 'rows.added', markedRows, readAnchor),
    changed: listOf(rows['changed'], 'rows.changed', markedRows, readAnchor),
    removed: listOf(rows['removed'], 'rows.removed', markedRows, (entry) => {
      const row = fields(entry, 'row');
      const name = textOf(row['name'], 'name').slice(0, 200);
      return { name, place: row['place'] === 'after' ? 'after' : 'before', anchor: readAnchor(row['anchor']) };
    }),
  };
}

function readLanguage(id: unknown): string {
  return textOf(id, 'languages', /^[a-z][a-z0-9-]{0,40}$/);
}

/** An address without a scheme, a way up or control characters: it may become a link. */
function readPath(value: unknown): string {
  const path = textOf(value, 'path', /^(?:[^/\\:?#%&"'<>\p{C}\s]+\/)*$/u);
  if (path.length > 500 || path.split('/').some((part) => /^\.+$/.test(part)))
    throw new ReportRefused(`The report has the address ${JSON.stringify(path.slice(0, 80))}.`);
  return path;
}

function fields(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReportRefused(`The report has no ${name}.`);
  return value as Record<string, unknown>;
}

function textOf(value: unknown, name: string, pattern?: RegExp): string {
  if (typeof value === 'string' && (pattern === undefined || pattern.test(value))) return value;
  throw new ReportRefused(`The report has a wrong value for ${name}.`);
}

function count(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ReportRefused(`The report has a wrong value for ${name}.`);
}

function listOf<T>(value: unknown, name: string, max: number, read: (entry: unknown) => T): readonly T[] {
  if (!Array.isArray(value) || value.length > max) throw new ReportRefused(`The report has a wrong list ${name}.`);
  return value.map(read);
}

function cutOf<T>(value: unknown, name: string, max: number, read: (entry: unknown) => T): Cut<T> {
  const cut = fields(value, name);
  const shown = listOf(cut['shown'], name, max, read);
  return { total: Math.max(shown.length, count(cut['total'], name)), shown };
}

function pairOf(value: unknown, name: string): Pair | undefined {
  if (value === undefined || value === null) return undefined;
  const pair = fields(value, name);
  return { base: count(pair['base'], name), head: count(pair['head'], name) };
}
