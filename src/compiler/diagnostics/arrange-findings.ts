// The findings of all stages → the findings to show, in order.

import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { mergeInvisible } from './merge-invisible.ts';
import type { Severity } from './severity.ts';

/** The severities that a site sets for codes. */
interface Severities {
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

/**
 * Sorts findings, removes duplicates, and sets the severities of the site. Errors stay errors. If the content is of a
 * later format, that is the only finding.
 */
export function arrangeFindings(diagnostics: readonly Diagnostic[], site: Severities): readonly Diagnostic[] {
  // Whatever else is found there may be right in that format.
  const later = diagnostics.filter(({ code }) => code === 'later-format');
  const sorted = mergeInvisible(later.length > 0 ? later : diagnostics)
    .map((diagnostic) => withSeverity(diagnostic, site))
    .filter((diagnostic) => diagnostic !== undefined)
    .sort(compareDiagnostics);
  return sorted.filter((diagnostic, i) => i === 0 || compareDiagnostics(sorted[i - 1]!, diagnostic) !== 0);
}

function withSeverity(diagnostic: Diagnostic, { severities }: Severities): Diagnostic | undefined {
  const severity = severities.get(diagnostic.code);
  if (severity === undefined || diagnostic.severity === 'error') return diagnostic;
  return severity === 'off' ? undefined : { ...diagnostic, severity };
}
