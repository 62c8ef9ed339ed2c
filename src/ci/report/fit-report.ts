// A report of any size → a report that may be read. A preview with a report that is too large would be refused, so the
// report of a very large pull request is shortened: first it loses the words before and after, then the marks of rows,
// then changes and pages.

import { maxReportBytes, type Cut, type Report } from './report.ts';

/** What is left out, in this order, until the report is small enough. */
const steps: readonly ((report: Report) => Report)[] = [
  (report) => withChanges(report, (changes) => changes.map((change) => ({ ...change, values: [] }))),
  (report) => ({ ...report, rows: [] }),
  (report) => withChanges(report, (changes) => changes.slice(0, 1000)),
  ({ diff, ...report }) => ({ ...report, diff: diff && { ...diff, pages: diff.pages.slice(0, 1000) } }),
  (report) => {
    const { changed, added, removed, total } = report.pages;
    return { ...report, pages: { total, changed: cut(changed), added: cut(added), removed: cut(removed) } };
  },
];

/** @param max largest size in bytes */
export function fitReport(report: Report, max = maxReportBytes): Report {
  let fitting = report;
  for (const step of steps) {
    if (Buffer.byteLength(JSON.stringify(fitting)) <= max) break;
    fitting = step(fitting);
  }
  return fitting;
}

type Changes = NonNullable<Report['diff']>['changes']['shown'];

function withChanges(report: Report, change: (changes: Changes) => Changes): Report {
  const { diff } = report;
  if (diff === undefined) return report;
  return { ...report, diff: { ...diff, changes: { ...diff.changes, shown: change(diff.changes.shown) } } };
}

function cut<T>({ total, shown }: Cut<T>): Cut<T> {
  return { total, shown: shown.slice(0, 500) };
}
