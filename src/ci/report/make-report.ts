// Two built sites and the findings of two checks → the report on a pull request. Any of them may be missing, since the
// build or the check may have failed.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { compareRows } from './compare-rows.ts';
import { fitReport } from './fit-report.ts';
import { readDiffDocument } from './read-diff.ts';
import {
  markedPages,
  markedRows,
  shownFindings,
  shownPages,
  type Cut,
  type Pair,
  type Report,
  type ReportedFinding,
} from './report.ts';

/** One side: files that builds and checks have written. Each may be missing. */
export interface Side {
  readonly sha: string;
  /** Folder of the built site. */
  readonly site: string;
  /** File with the output of `stele check --format json`. */
  readonly check: string;
  /** File with the milliseconds of the build's stages (`STELE_TIMINGS`). */
  readonly times: string;
}

const compress = promisify(gzip);

/** Makes the report. `diff` is a file with the output of `stele diff --format json`, and may be missing. */
export async function makeReport(pr: number, base: Side, head: Side, diff: string): Promise<Report> {
  const [before, after] = await Promise.all([readPages(base.site), readPages(head.site)]);
  const [old, found] = await Promise.all([readFindings(base.check), readFindings(head.check)]);
  const paths = [...(after?.keys() ?? [])];
  const both = before !== undefined && after !== undefined;
  return fitReport({
    version: 1,
    pr,
    head: head.sha,
    base: base.sha,
    hasSite: after !== undefined,
    languages: await readLanguages(head.site),
    pages: {
      total: paths.length,
      changed: cut(both ? paths.filter((path) => (before.get(path) ?? after.get(path)) !== after.get(path)) : []),
      added: cut(both ? paths.filter((path) => !before.has(path)) : []),
      removed: cut(both ? [...before.keys()].filter((path) => !after.has(path)) : []),
    },
    findings: {
      new: subtract(found, old),
      fixed: subtract(old, found),
      errors: found.filter(({ severity }) => severity === 'error').length,
    },
    rows: both ? listRows(before, after) : [],
    diff: readDiffDocument(await readJson(diff)),
    weight: both ? await readWeights(base.site, head.site, [...before.keys()], paths) : undefined,
    time: await readTimes(base.times, head.times),
  });
}

function listRows(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Report['rows'] {
  const rows = [...after].flatMap(([path, html]) => compareRows(path, before.get(path) ?? html, html) ?? []);
  return rows.slice(0, markedPages).map(({ path, added, changed, removed }) => ({
    path,
    added: added.slice(0, markedRows),
    changed: changed.slice(0, markedRows),
    removed: removed.slice(0, markedRows),
  }));
}

function cut(paths: readonly string[]): Cut<string> {
  return { total: paths.length, shown: paths.slice(0, shownPages) };
}

/** The findings of the first list that the second one lacks. Lines move with each edit, so they do not count. */
function subtract(all: readonly ReportedFinding[], others: readonly ReportedFinding[]): Cut<ReportedFinding> {
  const left = new Map<string, number>();
  const keyOf = ({ code, file, message }: ReportedFinding): string => JSON.stringify([code, file, message]);
  for (const finding of others) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  const rest = all.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
  return { total: rest.length, shown: rest.slice(0, shownFindings) };
}

/** The main part of each page of a site, by address. Navigation and the names of scripts do not count. */
async function readPages(site: string): Promise<ReadonlyMap<string, string> | undefined> {
  const files = await readdir(site, { recursive: true }).catch(() => []);
  const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => /(?:^|\/)index\.html$/.test(file));
  if (!pages.includes('index.html')) return undefined;
  const entries = pages.sort().map(async (file) => {
    const html = await readFile(join(site, file), 'utf8');
    return [file.slice(0, -'index.html'.length), /<main[\s>][^]*<\/main>/.exec(html)?.[0] ?? html] as const;
  });
  return new Map(await Promise.all(entries));
}

async function readLanguages(site: string): Promise<readonly string[]> {
  const html = await readFile(join(site, 'index.html'), 'utf8').catch(() => '');
  return (/ data-languages="([^"]*)"/.exec(html)?.[1] ?? '').split(' ').filter((id) => id !== '');
}

async function readWeights(
  base: string,
  head: string,
  before: readonly string[],
  after: readonly string[],
): Promise<Pair> {
  const weigh = async (site: string, paths: readonly string[]): Promise<number> => {
    let bytes = 0;
    for (const path of paths) bytes += (await compress(await readFile(join(site, path, 'index.html')))).length;
    return paths.length === 0 ? 0 : Math.round(bytes / paths.length);
  };
  return { base: await weigh(base, before), head: await weigh(head, after) };
}

async function readTimes(base: string, head: string): Promise<Pair | undefined> {
  const [before, after] = await Promise.all([readJson(base), readJson(head)]);
  const sum = (times: unknown): number =>
    Math.round(Object.values(Object(times) as object).reduce<number>((all, time) => all + (Number(time) || 0), 0));
  return before === undefined || after === undefined ? undefined : { base: sum(before), head: sum(after) };
}

async function readFindings(file: string): Promise<readonly ReportedFinding[]> {
  const { diagnostics } = Object(await readJson(file)) as { readonly diagnostics?: readonly Diagnostic[] };
  return (Array.isArray(diagnostics) ? diagnostics : []).map(({ severity, code, message, file: place, range }) => ({
    severity,
    code,
    message,
    file: place ?? '',
    line: range?.start.line,
  }));
}

interface Diagnostic {
  readonly severity: ReportedFinding['severity'];
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly range?: { readonly start: { readonly line: number } };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
