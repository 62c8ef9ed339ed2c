// A content folder in memory → a verdict: compiles and draws it, and usually compiles it again in reverse order, in
// this process. `judge-pool.ts` detects crashes and hangs of the process.

import { formatPretty, type Diagnostic } from '../../src/compiler/diagnostics/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { contentOf } from '../../src/project/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { pointAt, type Range, type SourceFile } from '../../src/compiler/source/index.ts';
import type { Fault, FaultVerdict, Files, Question, Verdict } from './verdict.ts';

/** Maximum number of findings in a verdict; more are not useful. */
const mostFindings = 100;

/**
 * Judges a folder. Its time is processor time, which does not depend on the load of the machine, but at most the
 * elapsed time.
 */
export async function judgeFiles({ files, limit, isTwice }: Question): Promise<Verdict> {
  const start = performance.now();
  const usage = process.cpuUsage();
  const elapsed = (): number => {
    const { user, system } = process.cpuUsage(usage);
    return Math.round(Math.min((user + system) / 1000, performance.now() - start));
  };
  const fault = (kind: Fault, detail: string): FaultVerdict => ({ kind, detail, milliseconds: elapsed() });
  try {
    const compilation = compile(Object.entries(files));
    await draw(compilation);
    const milliseconds = elapsed();
    if (milliseconds > limit) return fault('slow', `${milliseconds} ms; ${limit} ms is the most`);
    const stray = findOutside(compilation.diagnostics);
    if (stray !== undefined) return fault('outside', stray);
    const findings = compilation.diagnostics.map(describe);
    const unstable = isTwice ? findUnstable(files, findings) : undefined;
    if (unstable !== undefined) return fault('unstable', unstable);
    const short = compilation.diagnostics.slice(0, mostFindings).map(shorten);
    return { kind: 'sound', milliseconds, findings: short, findingsInAll: findings.length };
  } catch (error) {
    return fault('throws', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function compile(entries: readonly (readonly [path: string, text: string])[]): Compilation {
  const { content, diagnostics } = contentOf(
    'content',
    entries.map(([path, text]) => ({ path, text })),
  );
  return compileContent(content, diagnostics);
}

/** Draws every page in the default tree and in the trees of two languages, and every body. */
async function draw({ resolved, diagnostics }: Compilation): Promise<void> {
  const plain = { highlight: (text: string) => text.split('\n').map((line) => [{ text: line }]) };
  const data = viewContent(resolved, plain);
  const languages = new Set([undefined, ...resolved.site.languages.slice(0, 2).map(({ id }) => id)]);
  for (const address of data.addresses)
    if (languages.has(address.language)) await data.viewPage(address, strings.values);
  for (const route of data.bodyRoutes) data.viewBody(route);
  data.viewNotFound('/');
  for (const diagnostic of diagnostics.slice(0, mostFindings))
    formatPretty(diagnostic, { hasColour: true, prefix: '' });
}

function findOutside(diagnostics: readonly Diagnostic[]): string | undefined {
  for (const { code, source, range, related } of diagnostics) {
    const places = [{ source, range }, ...related];
    const stray = places.find((place) => !isInside(place.source, place.range));
    if (stray) return `${code} ${stray.source?.path}: ${JSON.stringify(stray.range)} of ${stray.source?.text.length}`;
  }
  return undefined;
}

function isInside(source: SourceFile | undefined, range: Range | undefined): boolean {
  if (source === undefined || range === undefined) return range === undefined;
  const { start, end } = range;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= source.text.length;
}

/** All visible parts of a finding. */
function describe({ code, severity, message, hint, file, range, related }: Diagnostic): string {
  const places = related.map((place) => [place.message, place.source.path, place.range]);
  return JSON.stringify({ code, severity, message, hint, file, range, places });
}

/** The first finding that differs if the files are in reverse order. */
function findUnstable(files: Files, findings: readonly string[]): string | undefined {
  const again = compile(Object.entries(files).toReversed()).diagnostics.map(describe);
  const at = findDifference(findings, again);
  return at === undefined ? undefined : `${findings[at]}\nand in the reverse order\n${again[at]}`;
}

function findDifference(a: readonly string[], b: readonly string[]): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return undefined;
}

function shorten({ severity, code, file, source, range }: Diagnostic): string {
  if (!source || !range) return `${severity} ${code} ${file}`;
  const { line, column } = pointAt(source, range.start);
  return `${severity} ${code} ${file}:${line}:${column}`;
}
