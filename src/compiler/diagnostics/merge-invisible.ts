// A name that is wrong because of an invisible character is one mistake: only the character is reported.

import { makeDiagnostic, type Diagnostic } from './diagnostic.ts';

/**
 * Leaves out findings whose range holds an invisible character that is reported itself. Where one of them is an error, the
 * character becomes an error in its place.
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
