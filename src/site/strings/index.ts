// The words of the interface in the language of the site (`lang` in site.yaml), for templates; English if there is no
// translation.

import { site } from 'virtual:stele/site';
import * as de from './de.ts';
import * as en from './en.ts';
import type { Strings } from './strings.ts';

const languages: Readonly<Record<string, { readonly strings: Strings }>> = { de, en };

export const strings: Strings = (languages[primaryLanguage(site().lang)] ?? en).strings;

/** `de` of `de-AT`. */
function primaryLanguage(lang: string): string {
  return lang.split('-')[0]!.toLowerCase();
}
