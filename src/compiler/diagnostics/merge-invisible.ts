// Merges the findings of an invisible character: a name that is wrong because of it is one mistake, so only the
// character is reported.

import { makeDiagnostic, type Diagnostic } from './diagnostic.ts';

/**
 * Removes findings whose range contains an invisible character that has a finding of its own. If one of the removed
 * findings is an error, the finding of the character becomes an error.
 */
export function mergeInvisible(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const characters = diagnostics.filter(isInvisible);
  if (characters.length === 0) return diagnostics;
  const merged = new Map<Diagnostic, Diagnostic>(characters.map((character) => [character, character]));
  const kept = diagnostics.filter((diagnostic) => {
    if (isInvisible(diagnostic)) return true;
    const cause = characters.find((character) => isInside(character, diagnostic));
    if (cause !== undefined && diagnostic.severity === 'error') merged.set(cause, asError(cause));
    return cause === undefined;
  });
  return kept.map((diagnostic) => merged.get(diagnostic) ?? diagnostic);
}

function isInvisible({ code }: Diagnostic): boolean {
  return code === 'invisible-character' || code === 'invisible-character-in-prose';
}

function isInside(character: Diagnostic, { file, range }: Diagnostic): boolean {
  if (file !== character.file || range === undefined || character.range === undefined) return false;
  return range.start <= character.range.start && character.range.end <= range.end;
}

function asError(diagnostic: Diagnostic): Diagnostic {
  const [character = ''] = /U\+[0-9A-F]+/.exec(diagnostic.message) ?? [];
  const { source, range } = diagnostic;
  if (diagnostic.code === 'invisible-character' || source === undefined || range === undefined) return diagnostic;
  return makeDiagnostic('invisible-character', { file: source, range }, { character, where: 'The name' });
}
