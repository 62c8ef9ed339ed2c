// The built-in languages with their default values (format.md 8.2).

import { languages } from '../languages/index.ts';
import type { Language } from '../model/index.ts';

/** In the order of a site without `site.yaml`. */
export const builtInLanguages: readonly Language[] = languages.map(
  ({ id, label, extensions, highlighting, casing }) => ({ id, label, extensions, grammar: highlighting, casing }),
);
