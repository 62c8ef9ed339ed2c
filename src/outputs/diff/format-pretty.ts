// A diff as text for a terminal: counts first, then the changes, the most severe first.

import { escapeControls } from '../../compiler/diagnostics/index.ts';
import type { Origin } from '../export/index.ts';
import type { Change, ChangePlace, ChangeValue } from './change.ts';
import { describeErrors, describeStep, sectionsOf, summariseDiff, type DiffReport } from './report.ts';
import { diffWords, shorten } from './word-diff.ts';

/** Characters of words in a row that are shown. */
const maxRun = 200;

/** Places that are listed of one change. */
const maxPlaces = 5;

export function formatPrettyDiff(report: DiffReport): string {
  const { base, head, diff, versions = [] } = report;
  const labelsOf = (languages: readonly string[]): string =>
    languages.map((language) => diff.labels.get(language) ?? language).join(', ');
  const sections = sectionsOf(diff.changes).flatMap(({ title, changes }) => [
    '',
    title,
    ...changes.flatMap((change) => ['', ...describe(change, labelsOf)]),
  ]);
  const unknown = diff.unknown.map(
    ({ side, file, line: at, code, message }) =>
      `  ${side} ${file}${at === undefined ? '' : `:${at}`}  ${message} [${code}]`,
  );
  const notices = diff.notices.flatMap(({ code, message, hint, place }) => [
    `  ${showOrigin(place)} ${code}`,
    `    ${message}${hint === undefined ? '' : ` ${hint}`}`,
  ]);
  const lines = [
    `${base.name} → ${head.name}: ${summariseDiff(diff)}`,
    ...describeErrors(report, (name) => name),
    ...sections,
    ...(versions.length > 0 ? ['', 'Versions', ...versions.map((step) => `  ${describeStep(step, diff)}`)] : []),
    ...(notices.length > 0 ? ['', 'Approvals', ...notices] : []),
    ...(unknown.length > 0 ? ['', 'Unknown, because it could not be read', ...unknown] : []),
  ];
  return `${lines.map(escapeControls).join('\n')}\n`;
}

type LabelsOf = (languages: readonly string[]) => string;

function describe(change: Change, labelsOf: LabelsOf): readonly string[] {
  const { words, hint, values, places, kind, fingerprint, approval } = change;
  const shown = places.slice(0, maxPlaces).map(showPlace);
  if (places.length > shown.length) shown.push(`and ${places.length - shown.length} more`);
  return [
    `  ${words}`,
    ...(hint === undefined ? [] : [`    → ${hint}`]),
    ...values.flatMap((value) => showValue(value, labelsOf)),
    ...(shown.length > 1 ? [`    shown at ${shown.join(', ')}`] : []),
    ...(approval ? [`    ${approval.kind} by ${approval.who}: ${approval.reason}`] : []),
    `    ${kind} ${fingerprint}`,
  ];
}

function showPlace({ page, field, entity }: ChangePlace): string {
  const name = field ?? entity;
  return `/${page.head ?? page.base}${name === undefined ? '' : `#${name}`}`;
}

function showValue({ languages, before, after, base, head }: ChangeValue, labelsOf: LabelsOf): readonly string[] {
  const labels = labelsOf(languages);
  const place = head ?? base;
  const where = place === undefined ? '' : `  ${showOrigin(place)}`;
  const isLong = [before, after].some((text) => text !== undefined && (text.length > 60 || text.includes('\n')));
  if (isLong && before !== undefined && after !== undefined)
    return [`    ${labels || 'all languages'}${where}`, ...wordLines(before, after)];
  const change = showChange(before, after);
  return [`    ${[labels, change].filter((part) => part !== '').join(': ')}${where}`];
}

function showChange(before: string | undefined, after: string | undefined): string {
  if (before !== undefined && after !== undefined) return `${line(before)} → ${line(after)}`;
  return before === undefined ? (after === undefined ? '' : line(after)) : line(before);
}

/** A value on one line. */
function line(text: string): string {
  return cut(text, 60).replace(/\s+/g, ' ');
}

/** A text of several lines is cut at the end of a line, so that rows of tables stay whole. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = text.lastIndexOf('\n', max - 1);
  return end > max / 2 ? `${text.slice(0, end)}\n…` : `${text.slice(0, max - 1)}…`;
}

/** The words that have changed, as `[-old-]` and `{+new+}`. */
function wordLines(before: string, after: string): readonly string[] {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  const text = shorten(diffWords(before, after))
    .map(({ kind, text: words }) => marks[kind][0] + cut(words, maxRun) + marks[kind][1])
    .join('');
  return text.split('\n').map((line) => `      ${line}`);
}

function showOrigin({ file, line, column }: Origin): string {
  return `${file}:${line}:${column}`;
}
