// Writes the findings of a content folder in one of the formats of `stele check`.

import { readFileSync } from 'node:fs';
import {
  compareFindings,
  countFindings,
  escapeControls,
  formatGithub,
  formatJson,
  formatPretty,
  formatSarif,
  pathForReader,
  type Code,
  type Diagnostic,
} from '../compiler/diagnostics/index.ts';
import { LineIndex } from '../compiler/source/index.ts';
import { ignoredCaches } from './note-ignored-caches.ts';
import { hasColour, print, say, pathForUser } from './terminal.ts';
import { version } from './version.ts';

/** The values of `stele check --format`. */
export type FindingsFormat = 'pretty' | 'json' | 'github' | 'sarif';

/** Findings, and the absolute path of their content folder. */
export interface Findings {
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes findings: `pretty` as readable text on stderr, the others as data on stdout.
 * @param limit lists at most this number of findings: the most severe ones
 */
export async function reportFindings(findings: Findings, format: FindingsFormat, limit = Infinity): Promise<void> {
  const { data, messages } = formatReport(findings, format, limit);
  if (format !== 'pretty') await print(data);
  for (const message of messages) say(message);
}

/**
 * Findings as text: data for stdout, and messages for stderr without line breaks at their ends.
 * @param limit lists at most this number of findings: the most severe ones
 */
export function formatReport(
  findings: Findings,
  format: FindingsFormat,
  limit = Infinity,
): { readonly data: string; readonly messages: readonly string[] } {
  const prefix = prefixOf(findings.folder);
  const listed = mostSevere(findings.diagnostics, limit);
  const index = new LineIndex();
  switch (format) {
    case 'json':
      return { data: formatJson(listed, findings.diagnostics, ignoredCaches()), messages: [] };
    case 'sarif':
      return { data: formatSarif(listed, { prefix, version, explain }), messages: [] };
    case 'github':
      return { data: listed.map((diagnostic) => formatGithub(diagnostic, prefix, index)).join(''), messages: [] };
    case 'pretty': {
      const text = formatFindings({ ...findings, diagnostics: listed }, hasColour());
      const omitted = findings.diagnostics.length - listed.length;
      const rest = `${omitted} more ${omitted === 1 ? 'finding is' : 'findings are'} not listed.\n`;
      return { data: '', messages: [...(text === '' ? [] : [text]), ...(omitted > 0 ? [rest] : [])] };
    }
  }
}

/** Fixed findings that are listed at most. */
const maxFixed = 20;

/**
 * Writes how findings have changed since the last check to stderr: the new ones, and a line for each that is fixed.
 * @param before findings of the last check
 * @returns their numbers in words, `; 1 new, 2 fixed`; empty if nothing has changed
 */
export async function reportChanges(before: readonly Diagnostic[], { folder, diagnostics }: Findings): Promise<string> {
  const { added, fixed } = compareFindings(before, diagnostics);
  await reportFindings({ folder, diagnostics: added }, 'pretty');
  const prefix = prefixOf(folder);
  for (const { file, code, message } of fixed.slice(0, maxFixed))
    say(`Fixed: ${pathForReader(prefix, escapeControls(file))} ${code}: ${message}`);
  if (fixed.length > maxFixed) say(`Fixed: ${fixed.length - maxFixed} more.`);
  const counts = [added.length > 0 ? `${added.length} new` : '', fixed.length > 0 ? `${fixed.length} fixed` : ''];
  const words = counts.filter((text) => text !== '').join(', ');
  return words === '' ? '' : `; ${words}`;
}

/** Findings as readable text, without a line break at its end; '' if there are none. */
export function formatFindings({ folder, diagnostics }: Findings, isColoured: boolean): string {
  const index = new LineIndex();
  const options = { prefix: prefixOf(folder), hasColour: isColoured };
  return diagnostics.map((diagnostic) => formatPretty(diagnostic, options, index)).join('\n');
}

/** The path of a folder as messages begin with it: `content/`. */
export function prefixOf(folder: string): string {
  const path = pathForUser(folder);
  return path === '.' ? '' : `${path}/`;
}

/** The page of a code, as `stele explain` prints it. */
function explain(code: Code): string {
  return readFileSync(new URL(`../compiler/diagnostics/codes/${code}.md`, import.meta.url), 'utf8');
}

const ranks = { error: 0, warning: 1, advice: 2 } as const;

/** The most severe findings, at most `limit`. Their order does not change. */
function mostSevere(diagnostics: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  if (diagnostics.length <= limit) return diagnostics;
  const bySeverity = diagnostics.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
  const chosen = new Set(bySeverity.slice(0, limit));
  return diagnostics.filter((diagnostic) => chosen.has(diagnostic));
}

/** “28 pages checked: 1 error, 2 warnings.” */
export function summarise(pages: number, diagnostics: readonly Diagnostic[]): string {
  return `${pages} ${pages === 1 ? 'page' : 'pages'} checked: ${countFindings(diagnostics)}.`;
}

/** “ 3 samples are not parsed: no grammar for .css (1), Lua (2).”; empty if all are parsed. */
export function describeUnparsed(unparsed: Readonly<Record<string, number>>): string {
  const kinds = Object.entries(unparsed);
  const count = kinds.reduce((sum, [, number]) => sum + number, 0);
  if (count === 0) return '';
  const names = kinds.length === 1 ? kinds.map(([name]) => name) : kinds.map(([name, number]) => `${name} (${number})`);
  return ` ${count} ${count === 1 ? 'sample is' : 'samples are'} not parsed: no grammar for ${names.join(', ')}.`;
}

/** Whether one of the findings is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
