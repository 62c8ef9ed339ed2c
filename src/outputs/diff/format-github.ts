// A diff as annotations of a pull request: one line for each change that has a place in head.

import type { Change } from './change.ts';
import type { Origin } from '../export/index.ts';
import { describeErrors, isCorrection, type DiffReport } from './report.ts';

/** Hosts show ten annotations of a kind and step; more lines would only fill the log. */
const maxLines = 50;

/**
 * @param folder path of the content folder in the repository
 */
export function formatGithubDiff(report: DiffReport, folder = 'content'): string {
  const { diff } = report;
  const wanted = diff.changes.filter(
    (change) => change.impact !== 'text' && change.approval === undefined && !isCorrection(change),
  );
  const lines = wanted.flatMap((change) => annotate(change, folder) ?? []);
  const rest = lines.length - maxLines;
  const more = rest > 0 ? [`::notice::${rest} further changes are not listed.`] : [];
  const notices = diff.notices.map(
    ({ code, message, place }) => `::warning ${placeIn(folder, place)},title=${code}::${escapeData(message)}`,
  );
  const errors = describeErrors(report, (name) => name).map((words) => `::warning::${escapeData(words)}`);
  return [...errors, ...lines.slice(0, maxLines), ...more, ...notices.slice(0, maxLines)]
    .map((line) => `${line}\n`)
    .join('');
}

const levels = { breaking: 'error', risk: 'warning', addition: 'notice', text: 'notice' } as const;

function annotate({ impact, kind, words, hint, values, fingerprint }: Change, folder: string): string | undefined {
  const place = values.map(({ head }) => head).find((origin) => origin !== undefined);
  const file = place === undefined ? '' : `${placeIn(folder, place)},`;
  const title = escapeProperty(`${impact}: ${kind}`);
  const text = [words, ...(hint === undefined ? [] : [hint]), `(${fingerprint})`].join(' ');
  return `::${levels[impact]} ${file}title=${title}::${escapeData(text)}`;
}

function placeIn(folder: string, { file, line, column }: Origin): string {
  return `file=${escapeProperty(`${folder}/${file}`)},line=${line},col=${column}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
