// Findings as versioned JSON, for tools. Paths are relative to the content folder. Points are 1-based, columns count
// code points.

import { LineIndex, type Point, type Range, type SourceFile } from '../source/index.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Increased when a field changes its meaning or is removed. New fields do not change it. */
const version = 1;

/**
 * The findings as one JSON document that ends with a line feed. Its schema is docs/schemas/findings.schema.json.
 * @param diagnostics the findings to list
 * @param counted all findings, if some are not listed; the summary counts these
 * @param note something about the run that is no finding
 * @returns JSON with code, severity, message, hint, file, range in lines and columns, and a summary
 * @example
 * import { compileFolder, formatJson } from 'stele';
 *
 * const { diagnostics } = await compileFolder('content');
 * process.stdout.write(formatJson(diagnostics));
 */
export function formatJson(
  diagnostics: readonly Diagnostic[],
  counted: readonly Diagnostic[] = diagnostics,
  note?: string,
): string {
  const count = (severity: string): number => counted.filter((diagnostic) => diagnostic.severity === severity).length;
  const omitted = counted.length - diagnostics.length;
  const index = new LineIndex();
  const document = {
    version,
    summary: { errors: count('error'), warnings: count('warning'), advice: count('advice') },
    ...(omitted > 0 ? { omitted } : {}),
    ...(note === undefined ? {} : { note }),
    diagnostics: diagnostics.map((diagnostic) => describeDiagnostic(diagnostic, index)),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A finding as a JSON value, as docs/schemas/findings.schema.json describes it. */
export interface DescribedDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly range?: { readonly start: Point; readonly end: Point };
  readonly related: readonly object[];
}

/** A finding as a JSON value: its texts and points, without the files. */
export function describeDiagnostic(diagnostic: Diagnostic, index: LineIndex): DescribedDiagnostic {
  const { code, severity, message, hint, file, source, range, related } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    file,
    ...(source && range ? { range: pointsOf(source, range, index) } : {}),
    related: related.map((place) => ({
      message: place.message,
      file: place.source.path,
      range: pointsOf(place.source, place.range, index),
    })),
  };
}

function pointsOf(file: SourceFile, range: Range, index: LineIndex): { start: Point; end: Point } {
  return { start: index.pointAt(file, range.start), end: index.pointAt(file, range.end) };
}
