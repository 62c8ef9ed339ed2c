// Findings for tools: versioned JSON. Paths relative to the content folder, points 1-based, columns in code points.

import { pointAt, type Point, type Range, type SourceFile } from '../source/index.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Raised when a field changes its meaning or goes away; new fields do not raise it. */
const version = 1;

/** All findings as one JSON document, ending with a line feed. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const document = {
    version,
    summary: { errors: count('error'), warnings: count('warning'), advice: count('advice') },
    diagnostics: diagnostics.map(describe),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function describe({ code, severity, message, hint, file, source, range, related }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    file,
    ...(source && range ? { range: pointsOf(source, range) } : {}),
    related: related.map((place) => ({
      message: place.message,
      file: place.source.path,
      range: pointsOf(place.source, place.range),
    })),
  };
}

function pointsOf(file: SourceFile, range: Range): { start: Point; end: Point } {
  return { start: pointAt(file, range.start), end: pointAt(file, range.end) };
}
