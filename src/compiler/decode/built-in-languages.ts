// The built-in languages with their default values (format.md 8.2).

import { languages, type LanguageFacts } from '../languages/index.ts';
import type { Language } from '../model/index.ts';

/** In the order of a site without `site.yaml`. */
export const builtInLanguages: readonly Language[] = languages.map(asOfSite);

/** Those of them that a new site without languages begins with. */
export const commonLanguages: readonly Language[] = languages.filter(({ isCommon }) => isCommon).map(asOfSite);

function asOfSite({ id, label, extensions, highlighting, casing }: LanguageFacts): Language {
  return { id, label, extensions, grammar: highlighting, casing };
}
