// A language tag → the words of the interface in that language; English if there is no translation.

import * as de from './de.ts';
import * as en from './en.ts';
import type { Strings } from './strings.ts';

const languages: Readonly<Record<string, { readonly strings: Strings }>> = { de, en };

/** @param lang BCP 47 tag such as `de-AT` */
export function wordsIn(lang: string): Strings {
  return (languages[lang.split('-')[0]!.toLowerCase()] ?? en).strings;
}
