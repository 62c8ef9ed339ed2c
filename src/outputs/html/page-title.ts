// What a page is called: the heading that is its h1, else its title, with the marks that print has.

import type { ResolvedPage } from '../../compiler/model/index.ts';
import { smartenHeading, smartenText } from './prose/smart-marks/smarten.ts';

/** A page's title as readers see it: on the page, in its tab, in search, on cards and in lists of pages. */
export function pageTitle({ title, titleHeading }: ResolvedPage): string {
  return titleHeading?.text ? smartenHeading(titleHeading) : smartenText(title);
}
