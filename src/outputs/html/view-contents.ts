// The headings of a page → its table of contents.

import type { ContentsView, ResolvedHeading } from '../../compiler/model/index.ts';
import { smartenHeading } from './prose/smart-marks/smarten.ts';

/** A page's contents: headings of level 2 with those of level 3 below them. */
export function viewContents(headings: readonly ResolvedHeading[]): readonly ContentsView[] {
  const contents: (ContentsView & { links: ContentsView[] })[] = [];
  for (const heading of headings) {
    const { level, step, id, isListed } = heading;
    if (!isListed) continue;
    const words = smartenHeading(heading);
    const title = step === undefined ? words : `${step}. ${words}`;
    const entry = { title, anchor: id, links: [] };
    if (level === 2) contents.push(entry);
    else if (level === 3) contents.at(-1)?.links.push(entry);
  }
  return contents;
}
