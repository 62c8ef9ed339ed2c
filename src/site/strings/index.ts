// The words of the interface in the language of the site (`lang` in site.yaml), for templates.

import { site } from 'virtual:stele/site';
import type { Strings } from './strings.ts';
import { wordsIn } from './words-in.ts';

export const strings: Strings = wordsIn(site().lang);
