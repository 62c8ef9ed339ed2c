// Findings of all stages → those that are shown, in the order in which they are shown.

import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { mergeInvisible } from './merge-invisible.ts';
import type { Severity } from './severity.ts';

/** What a site wants of the severities of findings, by code. */
interface Severities {
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

/** Sorts findings, removes doubles of one cause, and gives them the severities that the site wants. Errors stay errors. */
export function arrangeFindings(diagnostics: readonly Diagnostic[], site: Severities): readonly Diagnostic[] {
  const sorted = mergeInvisible(diagnostics)
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
