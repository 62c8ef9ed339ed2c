// The type of a finding, and the function by which stages report one: typed per code, collected in order, never thrown.

import type { Range, SourceFile } from '../source/index.ts';
import { compareText } from '../text/index.ts';
import { catalogue, type Code, type CodeArgs } from './catalogue.ts';
import type { Severity } from './severity.ts';

/** One finding, with everything that a person or a tool needs to act on it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** The text to write instead, as an imperative sentence. */
  readonly hint?: string | undefined;
  /** Path relative to the content folder. */
  readonly file: string;
  /** The file, if it could be read. Needed to convert the range into lines and to print them. */
  readonly source?: SourceFile | undefined;
  /** Absent if the finding is about a whole file or folder. */
  readonly range?: Range | undefined;
  readonly related: readonly RelatedPlace[];
}

/** Another place that belongs to the same mistake, e.g. the first of two definitions. */
export interface RelatedPlace {
  readonly message: string;
  readonly source: SourceFile;
  readonly range: Range;
}

/** The place of a finding. `file` may be a path if the file could not be read. */
export interface Place {
  readonly file: SourceFile | string;
  readonly range?: Range;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** Overrides the severity of the catalogue. Used for codes with two severities (`dangling-link`). */
  readonly severity?: Severity;
}

/** Reports one finding. The last parameter of every stage. */
export type Report = <C extends Code>(code: C, place: Place, args: CodeArgs<C>) => void;

/** A `report` function that appends to `diagnostics`, in the order of the calls. */
export function collectDiagnostics(): { readonly report: Report; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, place, args) => {
    diagnostics.push(makeDiagnostic(code, place, args));
  };
  return { report, diagnostics };
}

/** Builds the diagnostic of a code from its catalogue entry. */
export function makeDiagnostic<C extends Code>(code: C, place: Place, args: CodeArgs<C>): Diagnostic {
  const entry = catalogue[code] as unknown as {
    severity: Severity;
    message(args: CodeArgs<C>): string;
    hint?(args: CodeArgs<C>): string | undefined;
  };
  const hint = entry.hint?.(args);
  const isPath = typeof place.file === 'string';
  return {
    code,
    severity: place.severity ?? entry.severity,
    message: entry.message(args),
    hint,
    file: typeof place.file === 'string' ? place.file : place.file.path,
    source: isPath ? undefined : (place.file as SourceFile),
    range: place.range,
    related: place.related ?? [],
  };
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/**
 * The order in which findings are shown: by file, place, severity, code. It does not depend on the order of reporting.
 */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    (a.range?.start ?? -1) - (b.range?.start ?? -1) ||
    (a.range?.end ?? -1) - (b.range?.end ?? -1) ||
    severityRank[a.severity] - severityRank[b.severity] ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
