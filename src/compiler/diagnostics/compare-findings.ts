// The findings of two checks, one after the other → those that are new, and those that are fixed. A finding that has
// only moved to another line is neither.

import type { Diagnostic } from './diagnostic.ts';

/** How findings have changed. */
export interface FindingChanges {
  /** In the order of the second check. */
  readonly added: readonly Diagnostic[];
  /** In the order of the first check. */
  readonly fixed: readonly Diagnostic[];
}

/** Compares the findings of two checks. */
export function compareFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): FindingChanges {
  // Of several equal findings in a file, those on unchanged lines remain.
  const byLine = subtract(before, after, (finding) => `${nameOf(finding)}\n${lineOf(finding)}`);
  const { left: fixed, right: added } = subtract(byLine.left, byLine.right, nameOf);
  return { added, fixed };
}

/** Removes pairs with the same name from two lists. */
function subtract(
  left: readonly Diagnostic[],
  right: readonly Diagnostic[],
  name: (finding: Diagnostic) => string,
): { readonly left: readonly Diagnostic[]; readonly right: readonly Diagnostic[] } {
  const open = new Map<string, Diagnostic[]>();
  for (const finding of left) {
    const equal = open.get(name(finding)) ?? [];
    open.set(name(finding), equal);
    equal.push(finding);
  }
  const rest = right.filter((finding) => open.get(name(finding))?.shift() === undefined);
  const remaining = new Set([...open.values()].flat());
  return { left: left.filter((finding) => remaining.has(finding)), right: rest };
}

function nameOf({ file, code, message }: Diagnostic): string {
  return `${file}\n${code}\n${message}`;
}

/** The line of the file in which a finding begins. */
function lineOf({ source, range }: Diagnostic): string {
  if (source === undefined || range === undefined) return '';
  const start = source.text.lastIndexOf('\n', range.start - 1) + 1;
  const end = source.text.indexOf('\n', range.start);
  return source.text.slice(start, end < 0 ? undefined : end);
}
