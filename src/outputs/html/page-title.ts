// The title of a page: its h1, else its `title`, with typographic marks.

import type { ResolvedPage } from '../../compiler/model/index.ts';
import { smartenHeading, smartenText } from './prose/smart-marks/smarten.ts';

/** A page's title for the page, its browser tab, search, cards and lists of pages. */
export function pageTitle({ title, titleHeading }: ResolvedPage): string {
  return titleHeading?.text ? smartenHeading(titleHeading) : smartenText(title);
}
