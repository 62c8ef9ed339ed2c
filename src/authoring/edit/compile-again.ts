// Compares a content folder before and after a change. The caller provides the compiler.

import type { Diagnostic } from '../../compiler/diagnostics/index.ts';
import type { Compilation } from '../../compiler/model/index.ts';

/** Compiles the same content folder again, with changed texts or additional files, by path. */
export type CompileAgain = (texts: ReadonlyMap<string, string>) => Compilation;

/**
 * The findings that a change adds. Counts them by code and file: if there were two findings of a code in a file and
 * there are three now, the last one is new.
 */
export function newFindings(before: Compilation, after: Compilation): readonly Diagnostic[] {
  const known = new Map<string, number>();
  const nameOf = ({ code, file }: Diagnostic): string => `${code} ${file}`;
  for (const finding of before.diagnostics) known.set(nameOf(finding), (known.get(nameOf(finding)) ?? 0) + 1);
  return after.diagnostics.filter((finding) => {
    const left = known.get(nameOf(finding)) ?? 0;
    known.set(nameOf(finding), left - 1);
    return left <= 0;
  });
}
