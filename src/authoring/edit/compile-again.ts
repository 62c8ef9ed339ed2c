// A content folder before a change and after it. The caller brings the compiler.

import type { Diagnostic } from '../../compiler/diagnostics/index.ts';
import type { Compilation } from '../../compiler/model/index.ts';

/** Compiles the same content folder again, with other texts for some of its files, or with further files. */
export type CompileAgain = (texts: ReadonlyMap<string, string>) => Compilation;

/** Findings that a change brings: of one code in one file, those above the number there were. */
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
