// The words of the search dialog in the language of the page. Its script reads the language from the page.

import { searchStrings as de } from './de.ts';
import { searchStrings as en } from './en.ts';
import type { SearchStrings } from './strings.ts';

export const searchStrings: SearchStrings = /^de\b/i.test(document.documentElement.lang) ? de : en;
