// The words of a page's menu in the language of the page.

import { pageMenuStrings as de } from './de.ts';
import { pageMenuStrings as en } from './en.ts';
import { isGerman } from './language-of-page.ts';
import type { PageMenuStrings } from './strings.ts';

export const pageMenuStrings: PageMenuStrings = isGerman() ? de : en;
