// The words of the main script in the language of the page.

import { scriptStrings as de } from './de.ts';
import { scriptStrings as en } from './en.ts';
import { isGerman } from './language-of-page.ts';
import type { ScriptStrings } from './strings.ts';

export const scriptStrings: ScriptStrings = isGerman() ? de : en;
