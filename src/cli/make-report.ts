// Checks a content folder, and returns what `stele check` prints about it. A file of its own: it loads the compiler.

import { compareDiagnostics, type Code } from '../compiler/diagnostics/index.ts';
import { checkContent, hasLostPages } from '../project/index.ts';
import { ignoredCaches } from './note-ignored-caches.ts';
import { describeUnparsed, formatReport, hasErrors, summarise, type FindingsFormat } from './report-findings.ts';
import type { Printed } from './report-memory.ts';

/** The options of a check. */
export interface CheckOptions {
  /** Absolute path of the content folder. */
  readonly folder: string;
  readonly format: FindingsFormat;
  /** Findings that are listed at most. */
  readonly limit: number | undefined;
  readonly isUntrusted: boolean;
  readonly mayCache: boolean;
}

/** A note, and no finding: a site may do without an address. */
const relativeTwins = ' Links in the Markdown of pages are relative: site.yaml has no url.';

/**
 * @returns what to print, and whether a later check of the same files prints the same. Pages that have moved depend on
 * the files of the last commit, which git may have only later; notes about caches depend on the caches; and a file that
 * cannot be read may be read the next time
 * @throws NoContent; the system's error
 */
export async function makeReport(options: CheckOptions): Promise<{ printed: Printed; isLasting: boolean }> {
  const { folder, format, limit, isUntrusted, mayCache } = options;
  const [{ compile, pages, diagnostics: own, unparsed, hasRelativeTwins }, isLosing] = await Promise.all([
    checkContent(folder, mayCache, isUntrusted),
    hasLostPages(folder),
  ]);
  const has = (code: Code): boolean => own.some((diagnostic) => diagnostic.code === code);
  // Most checks need none of the code that reads and compares versions. Content of a later format has no other finding.
  const moved =
    isLosing && !has('later-format')
      ? await (await import('../sides/index.ts')).findMovedPages(folder, mayCache, compile)
      : [];
  const diagnostics = [...own, ...(moved ?? [])].toSorted(compareDiagnostics);
  const { data, messages } = formatReport({ folder, diagnostics }, format, limit);
  const summary = summarise(pages, diagnostics) + describeUnparsed(unparsed) + (hasRelativeTwins ? relativeTwins : '');
  return {
    printed: { data, messages: [...messages, summary], code: hasErrors(diagnostics) ? 1 : 0 },
    isLasting: moved?.length === 0 && !has('unreadable-file') && ignoredCaches() === undefined,
  };
}
