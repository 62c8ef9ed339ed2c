// The text of a report → the report. It comes from a stranger, so it is read field by field, within limits.

import { count, cutOf, fields, listOf, pairOf, ReportRefused, textOf } from './read-fields.ts';
import {
  impacts,
  markedPages,
  markedRows,
  maxReportBytes,
  shownChanges,
  shownFindings,
  shownImpacts,
  shownPages,
  shownValues,
  shownWords,
  type Report,
  type ReportedChange,
  type ReportedDiff,
  type ReportedFinding,
  type ReportedImpact,
  type ReportedRows,
  type ReportedValue,
} from './report.ts';

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
    pages: listOf(diff['pages'] ?? [], 'diff.pages', shownImpacts, readImpact),
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
