// The words of the search dialog in the language of the page.

import { searchStrings as de } from './de.ts';
import { searchStrings as en } from './en.ts';
import { isGerman } from './language-of-page.ts';
import type { SearchStrings } from './strings.ts';

export const searchStrings: SearchStrings = isGerman() ? de : en;
