// The names of a language besides its id. The 404 page uses them: a wrong address may begin with one.

import { codeNamesOf, findLanguage } from '../../compiler/languages/index.ts';
import type { Language } from '../../compiler/model/index.ts';

/**
 * The label, names of its samples and fences, and the last word of its package's name, as `node` in `@latchkey/node`;
 * all without spaces, and without the names of other languages of the site.
 * @param languages all of the site
 */
export function languageNames(language: Language, languages: readonly Language[]): readonly string[] {
  const { label, grammar, extensions } = language;
  const ofPackage = language.package?.name.match(/[A-Za-z0-9]+/g)?.at(-1);
  const names = [
    label,
    grammar,
    ...extensions.map((extension) => extension.slice(1)),
    ...codeNamesOf(grammar),
    ofPackage ?? '',
  ];
  const taken = new Set(languages.filter(({ id }) => id !== language.id).flatMap(ownNames));
  const byLetters = new Map<string, string>();
  for (const name of names.map((one) => one.replace(/\s+/g, '')))
    if (!byLetters.has(name.toLowerCase()) && !taken.has(name.toLowerCase())) byLetters.set(name.toLowerCase(), name);
  byLetters.delete('');
  return [...byLetters.values()];
}

/** Names that mean a language before all others, in lower case. */
function ownNames({ id, label, extensions: [preferred = ''] }: Language): readonly string[] {
  const names = [id, label, preferred.slice(1), ...(findLanguage(id)?.otherNames ?? [])];
  return names.map((name) => name.replace(/\s+/g, '').toLowerCase());
}
