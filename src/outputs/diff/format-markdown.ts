// A diff as Markdown for a comment on a pull request: counts first, breaking changes first, long parts folded. Never
// longer than the limit of hosts, whatever the diff holds. Texts of content are data: they cannot become markup, and
// mention nobody.

import type { Change, ChangeValue } from './change.ts';
import { describeErrors, describeStep, sectionsOf, summariseDiff, type DiffReport } from './report.ts';
import { diffWords, shorten } from './word-diff.ts';

/** GitHub refuses comments of more than 65,536 characters. */
const maxLength = 60_000;
/** Sections with more entries are folded. */
const maxOpen = 10;
/** What remains for the end of the comment. */
const reserve = 600;

export interface MarkdownOptions {
  /** Address of a page with the whole report. */
  readonly reportUrl?: string | undefined;
  /** The largest length of the result in characters (UTF-16 code units). */
  readonly maxLength?: number | undefined;
}

export function formatMarkdownDiff(report: DiffReport, options: MarkdownOptions = {}): string {
  const { diff, head, base } = report;
  const labelsOf = (languages: readonly string[]): string =>
    languages.map((language) => escapeMarkdown(cut(diff.labels.get(language) ?? language, 40))).join(', ');
  const limit = (options.maxLength ?? maxLength) - reserve;
  const parts = [`**${summariseDiff(diff)}** between ${code(cut(base.name, 80))} and ${code(cut(head.name, 80))}.\n`];
  let length = parts[0]!.length;
  let omitted = 0;
  const add = (text: string): boolean => {
    if (length + text.length > limit) return false;
    parts.push(text);
    length += text.length;
    return true;
  };
  for (const words of describeErrors(report, (name) => code(cut(name, 80)))) add(`\n${words}\n`);
  for (const { title, changes } of sectionsOf(diff.changes)) {
    const isFolded = changes.length > maxOpen || title === 'Text';
    const heading = `${title} (${changes.length})`;
    const opening = isFolded ? `\n<details>\n<summary>${heading}</summary>\n\n` : `\n### ${heading}\n\n`;
    const closing = isFolded ? '\n</details>\n' : '';
    if (!add(opening)) {
      omitted += changes.length;
      continue;
    }
    length += closing.length;
    for (const change of changes) if (!add(describe(change, labelsOf))) omitted++;
    if (isFolded) parts.push(closing);
  }
  for (const step of report.versions ?? []) add(`\n- ${escapeMarkdown(cut(describeStep(step, diff), 300))}`);
  for (const { message } of diff.notices.slice(0, 20)) add(`\n- ${escapeWords(cut(message, 200))}`);
  const unknown = diff.unknown.slice(0, 20);
  if (unknown.length > 0) {
    const lines = unknown.map(
      ({ side, file, message }) => `- ${side}: ${code(cut(file, 120))}: ${escapeMarkdown(cut(message, 200))}\n`,
    );
    add(`\n### Unknown, because it could not be read (${diff.unknown.length})\n\n${lines.join('')}`);
  }
  const rest = omitted > 0 ? `${omitted} further ${omitted === 1 ? 'change is' : 'changes are'} not listed here.` : '';
  const { reportUrl } = options;
  const link = reportUrl === undefined ? '' : `[The whole report](${cut(encodeUrl(reportUrl), 400)})`;
  const end = [rest, link].filter((part) => part !== '').join(' ');
  return `${parts.join('')}${end === '' ? '' : `\n${end}\n`}`;
}

type LabelsOf = (languages: readonly string[]) => string;

function describe(change: Change, labelsOf: LabelsOf): string {
  const { words, hint, values, places, fingerprint, approval } = change;
  const shown = values.slice(0, 8).map((value) => describeValue(value, labelsOf));
  const more = values.length > shown.length ? `  - and ${values.length - shown.length} more\n` : '';
  const where = places.length > 1 ? `  - shown at ${places.length} places\n` : '';
  const advice = hint === undefined ? '' : `  - ${escapeWords(cut(hint, 400))}\n`;
  const why =
    approval === undefined
      ? ''
      : `  - approved by ${escapeMarkdown(cut(approval.who, 60))}: ${escapeMarkdown(cut(approval.reason, 200))}\n`;
  return `- ${escapeWords(cut(words, 400))} <sub>${fingerprint}</sub>\n${advice}${shown.join('')}${more}${where}${why}`;
}

function describeValue({ languages, before, after, base, head }: ChangeValue, labelsOf: LabelsOf): string {
  const labels = labelsOf(languages) || 'all languages';
  const place = head ?? base;
  const where = place === undefined ? '' : `, ${code(cut(`${place.file}:${place.line}`, 120))}`;
  return `  - ${labels}${showChange(before, after)}${where}\n`;
}

function showChange(before: string | undefined, after: string | undefined): string {
  const isLong = (text: string | undefined): boolean => text !== undefined && (text.length > 60 || text.includes('\n'));
  if (before !== undefined && after !== undefined && (isLong(before) || isLong(after))) {
    const runs = shorten(diffWords(before, after), 30);
    const marked = runs.map(({ kind, text }) => {
      const words = escapeMarkdown(cut(text, 200).replace(/\s+/g, ' '));
      if (words.trim() === '' || kind === 'same') return words;
      return kind === 'removed' ? `<del>${words}</del>` : `<ins>${words}</ins>`;
    });
    return `: ${cutRuns(marked, 800)}`;
  }
  if (before !== undefined && after !== undefined) return `: ${code(cut(before, 60))} → ${code(cut(after, 60))}`;
  const only = before ?? after;
  return only === undefined || only === '' ? '' : `: ${code(cut(only, 60))}`;
}

/** Whole runs, so that no tag is cut. */
function cutRuns(runs: readonly string[], max: number): string {
  let text = '';
  for (const run of runs) {
    if (text.length + run.length > max) return `${text} …`;
    text += run;
  }
  return text;
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // A surrogate pair stays whole.
  const end = /[\uD800-\uDBFF]/.test(text[max - 2]!) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}

/** Inline code with any content. Line breaks would end a list item. */
function code(text: string): string {
  const line = neutralise(text.replace(/\s+/g, ' ').trim());
  if (line === '') return 'an empty text';
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** A text as plain words: no markup, no HTML, no link. */
function escapeMarkdown(text: string): string {
  return neutralise(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$:-]/g, '\\$&')
    .replace(/\bwww\./gi, 'www\\.');
}

/** A sentence of ours: code in backticks stays code. */
function escapeWords(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

/** Nobody is notified by `@name`, and no issue is linked by `#1`. Characters that nobody sees are shown. */
function neutralise(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '\uFFFD')
    .replace(/[@#](?=[\w-])/g, '$&\u2060');
}

function encodeUrl(url: string): string {
  return encodeURI(url).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
