// The output of `check --format json` and the built site → Markdown on stdout, for the summary of the workflow's run.
// job-summary.ts --check=<file> --site=<folder> [--artifact=<address>]
// Either may be missing or damaged. The summary then reports this, since people read it after failures.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOptions } from './read-options.ts';

const shownFindings = 20;
const severities = ['error', 'warning', 'advice'];
const options = readOptions(['check', 'site', 'artifact'], { artifact: '' });
const findings = await readFindings(options.check);
const pages = await readPages(options.site);

console.log(['## Preview', describeSite(pages, options.artifact), describeFindings(findings)].join('\n\n'));

/** The shown part of a finding; its texts may contain anything that an author wrote. */
interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly place: string;
}

/** The findings; undefined if the file is not an output of the check. */
async function readFindings(path: string): Promise<readonly Finding[] | undefined> {
  try {
    const { diagnostics } = JSON.parse(await readFile(path, 'utf8')) as { diagnostics?: unknown };
    return Array.isArray(diagnostics) ? diagnostics.map(readFinding) : undefined;
  } catch {
    return undefined;
  }
}

function readFinding(value: unknown): Finding {
  const diagnostic = asRecord(value);
  const start = asRecord(asRecord(diagnostic['range'])['start']);
  const place = [diagnostic['file'], start['line'], start['column']].filter((part) => part !== undefined);
  return {
    severity: asText(diagnostic['severity']),
    code: asText(diagnostic['code']),
    message: asText(diagnostic['message']),
    place: place.map(asText).join(':'),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Number of pages in the site's marker file; undefined if no site was built. */
async function readPages(site: string): Promise<number | undefined> {
  try {
    const { pages: count } = JSON.parse(await readFile(join(site, '.stele.json'), 'utf8')) as { pages?: unknown };
    return typeof count === 'number' ? count : undefined;
  } catch {
    return undefined;
  }
}

function describeSite(count: number | undefined, artifact: string): string {
  if (count === undefined) return 'No site was built: see the log.';
  const link = artifact === '' ? 'the artifact `site`' : `[the artifact \`site\`](${artifact})`;
  const how = 'unpack it as the folder `site` of a clone of this repository, and run `npm run preview -- --out site`';
  return `${plural(count, 'page')} built. To look at the site, download ${link}, ${how}.`;
}

function describeFindings(all: readonly Finding[] | undefined): string {
  if (all === undefined) return 'The check did not get to its end: see the log.';
  if (all.length === 0) return 'No findings.';
  const worstFirst = severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
  const rows = worstFirst.slice(0, shownFindings).map(formatRow);
  const rest = worstFirst.length - rows.length;
  return [
    `### ${severities.flatMap((severity) => countOf(all, severity)).join(', ')}`,
    '',
    '| | Place | Finding | Code |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(rest === 0 ? [] : ['', `… and ${rest} more, at the lines of the changed files and in the log.`]),
  ].join('\n');
}

function formatRow({ severity, code, message, place }: Finding): string {
  return `| ${[severity, place, message, code].map(escapeMarkdown).join(' | ')} |`;
}

function countOf(all: readonly Finding[], severity: string): readonly string[] {
  const count = all.filter((finding) => finding.severity === severity).length;
  return count === 0 ? [] : [severity === 'advice' ? `${count} advice` : plural(count, severity)];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** An author's text as a table cell: on one line, at most 300 characters, with all characters escaped. */
function escapeMarkdown(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  const short = line.length <= 300 ? line : `${line.slice(0, 300)}…`;
  return short.replace(/[^\p{L}\p{N}\p{M} ,;…]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
