// The report on a pull request → the comment: counts first, then long parts that are folded. All text of the report is
// from a stranger: it is shown as code, where it cannot be a heading, a link, a picture, HTML or a notification.

import { groupByPage, languagesIn } from './group-pages.ts';
import { listSections } from './list-changes.ts';
import type { Cut, Pair, Report, ReportedChange, ReportedFinding } from './report.ts';

/** GitHub takes 65,536 characters. */
const maxLength = 60_000;
const shownRows = 100;
const shownPerList = 20;

/** Where the comment leads. */
export interface Links {
  /** Address of the preview, with `/` at its end; undefined if none is served. */
  readonly preview: string | undefined;
  /** Address of the run, with the findings and the artifact. */
  readonly run: string | undefined;
  /** Why there is no preview, if it was refused. */
  readonly refusal?: string | undefined;
}

/**
 * The text of the comment, without its marker.
 * @returns undefined if there is nothing to say: the pull request changes nothing that readers see
 */
export function formatComment(report: Report, links: Links): string | undefined {
  const { pages, findings } = report;
  const changes = pages.changed.total + pages.added.total + pages.removed.total;
  const isQuiet =
    changes === 0 && (report.diff?.changes.total ?? 0) === 0 && findings.new.total === 0 && findings.fixed.total === 0;
  if (isQuiet && links.refusal === undefined && report.hasSite) return undefined;
  const parts = [
    formatHead(report, links),
    formatFigures(report),
    ...formatDiff(report, links),
    formatFindings('New findings', findings.new, findings.errors > 0),
    formatFindings('Fixed findings', findings.fixed, false),
    formatPages(report, links),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  const rest = links.run === undefined ? '' : `\n\n[The rest is on the page of the run](${links.run}).`;
  return text.length <= maxLength
    ? text
    : `${text.slice(0, text.lastIndexOf('\n\n<details>', maxLength - 500))}${rest}`;
}

function formatHead(report: Report, { preview, run, refusal }: Links): string {
  const { pages, findings } = report;
  const changed = [
    [pages.changed.total, 'changed'],
    [pages.added.total, 'added'],
    [pages.removed.total, 'removed'],
  ] as const;
  const names = languagesIn([...pages.changed.shown, ...pages.added.shown, ...pages.removed.shown], report.languages);
  const counts = [
    ...listSections(report.diff).map(({ count, word }) => plural(count, word)),
    ...changed.flatMap(([count, word]) => (count === 0 ? [] : `${plural(count, 'page')} ${word}`)),
    ...(names.length === 0 ? [] : [plural(names.length, 'language')]),
    ...(findings.new.total === 0 ? [] : [plural(findings.new.total, 'new finding')]),
    ...(findings.fixed.total === 0 ? [] : [`${findings.fixed.total} fixed`]),
  ];
  const site = preview === undefined ? '' : `**[Preview](${preview})** · `;
  const commit = `commit ${code(report.head.slice(0, 7))}`;
  const where = run === undefined ? commit : `[${commit}](${run})`;
  const why = refusal === undefined ? '' : `\n\nNo preview was published: ${code(refusal)}`;
  const failed = report.hasSite ? '' : '\n\nNo site was built: the page of the run shows why.';
  return `${site}${counts.length === 0 ? 'no page changed' : counts.join(' · ')} · ${where}${why}${failed}`;
}

/** Figures that changed by more than 5 %. Short builds vary by more. */
function formatFigures({ weight, time }: Report): string {
  const change = ({ base, head }: Pair): number => (base === 0 ? 0 : Math.round((100 * (head - base)) / base));
  const line = (name: string, pair: Pair | undefined, least: number, show: (value: number) => string): string[] => {
    if (pair === undefined || Math.abs(change(pair)) <= 5 || Math.abs(pair.head - pair.base) < least) return [];
    const percent = change(pair);
    return [`${name} ${percent > 0 ? '+' : '−'}${Math.abs(percent)} % (${show(pair.base)} → ${show(pair.head)})`];
  };
  return [
    ...line('Average page', weight, 100, (bytes) => `${(bytes / 1000).toFixed(1)} KB`),
    ...line('Build', time, 1000, (ms) => `${(ms / 1000).toFixed(1)} s`),
  ].join(' · ');
}

/** The changes of the reference, by impact; what breaks is not folded. */
function formatDiff({ diff, languages }: Report, { preview }: Links): string[] {
  if (diff === undefined) return [];
  const lost =
    diff.unknown === 0 ? [] : [`${plural(diff.unknown, 'part')} could not be read, and nothing is said about it.`];
  const sections = listSections(diff).map(({ title, count, changes, isFirst }) => {
    const lines = changes
      .slice(0, shownPerList)
      .map((change) => `- ${prose(change.words)}${where(change, languages, preview)}`);
    const more = count > lines.length ? [`- and ${count - lines.length} more`] : [];
    return fold(`${title} (${count})`, [...lines, ...more].join('\n'), isFirst);
  });
  return [...sections, ...lost];
}

/** The languages of a change, with links to its row in the preview. */
function where(change: ReportedChange, all: readonly string[], preview: string | undefined): string {
  const { languages, page, anchor } = change;
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  const isAll = languages.length === 0 || languages.length === all.length;
  const names = isAll ? [''] : languages;
  const links = names.map((id) => {
    const words = id === '' ? (languages.length === 0 ? 'page' : `all ${languages.length} languages`) : id;
    if (preview === undefined || page === undefined) return words;
    return `[${words}](${preview}${id === '' ? '' : `${id}/`}${encodeURI(page)}${hash})`;
  });
  return ` · ${links.join(' ')}`;
}

function formatFindings(title: string, { total, shown }: Cut<ReportedFinding>, isOpen: boolean): string {
  if (total === 0) return '';
  const lines = shown.slice(0, shownPerList).map(({ severity, code: name, message, file, line }) => {
    const place = file === '' ? '' : ` ${code(line === undefined ? file : `${file}:${line}`)}`;
    return `- ${severity} ${code(name)}${place}<br>${code(message)}`;
  });
  const more = total > lines.length ? [`- and ${total - lines.length} more`] : [];
  return fold(`${title} (${total})`, [...lines, ...more].join('\n'), isOpen);
}

function formatPages({ pages, languages }: Report, { preview }: Links): string {
  const groups = groupByPage(pages, languages);
  if (groups.length === 0) return '';
  const rows = groups.slice(0, shownRows).map(({ route, trees }) => {
    const cells = trees.map(({ language, path, kind }) => {
      const name = language === '' ? 'default' : language;
      const words = kind === 'changed' ? name : `${name} (${kind})`;
      return preview === undefined || kind === 'removed' ? words : `[${words}](${preview}${encodeURI(path)})`;
    });
    return `| ${code(route === '' ? '/' : route).replaceAll('|', '\\|')} | ${cells.join(' ')} |`;
  });
  const left = groups.length - rows.length;
  const all = preview === undefined ? 'and more' : `[and ${left} more](${preview}_preview/)`;
  const table = ['| page | languages |', '|---|---|', ...rows, ...(left > 0 ? [`| ${all} | |`] : [])];
  return fold(`Pages (${groups.length})`, table.join('\n'), false);
}

function fold(summary: string, text: string, isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}><summary>${summary}</summary>\n\n${text}\n\n</details>`;
}

/**
 * A stranger's text as inline code. Nothing in it ends the code, and `@` notifies nobody: a word joiner follows it.
 */
export function code(text: string): string {
  const plain = text
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('@', '@\u2060')
    .trim();
  const fence = '`'.repeat(Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  if (plain === '') return '';
  return fence === '`' ? `\`${plain}\`` : `${fence} ${plain} ${fence}`;
}

/**
 * A stranger's sentence with code in backticks: what is not code is written in character references, so that it is text
 * in every place. A word joiner follows `@` and `#`, so that nobody is notified and no issue is linked.
 */
export function prose(text: string): string {
  const parts = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').split(/(`[^`]+`)/);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? code(part.slice(1, -1))
        : part.replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};${/[@#]/.test(sign) ? '\u2060' : ''}`),
    )
    .join('');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
