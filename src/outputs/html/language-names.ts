// The names of a language besides its id. The 404 page uses them: a wrong address may begin with one.

import type { Language } from '../../compiler/model/index.ts';
import { codeNamesOf } from '../../compiler/languages/index.ts';

/**
 * The label, names of its samples and fences, and the last word of its package's name, as `node` in `@latchkey/node`;
 * all without spaces.
 */
export function languageNames(language: Language): readonly string[] {
  const { label, grammar, extensions } = language;
  const ofPackage = language.package?.name.match(/[A-Za-z0-9]+/g)?.at(-1);
  const names = [
    label,
    grammar,
    ...extensions.map((extension) => extension.slice(1)),
    ...codeNamesOf(grammar),
    ofPackage ?? '',
  ];
  const byLetters = new Map<string, string>();
  for (const name of names.map((one) => one.replace(/\s+/g, '')))
    if (!byLetters.has(name.toLowerCase())) byLetters.set(name.toLowerCase(), name);
  byLetters.delete('');
  return [...byLetters.values()];
}
