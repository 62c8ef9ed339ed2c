// The main script of a page. Each part starts separately: if one fails, the other parts and the page's links still
// work.

import { serveCodeBlocks } from './code-blocks.ts';
import { copyLinks } from './copy-links.ts';
import { findAnchors } from './find-anchors.ts';
import { followLanguage } from './follow-language.ts';
import { foldRows } from './fold-rows.ts';
import { markContents } from './mark-contents.ts';
import { offerBranches } from './offer-branches.ts';
import { printLinks } from './print-links.ts';
import { addAnnouncer } from './announce.ts';
import { offerSearch } from './search/offer-search.ts';
import { switchLanguage } from './switch-language.ts';
import { switchTheme } from './switch-theme.ts';

const parts = [
  addAnnouncer,
  switchTheme,
  switchLanguage,
  followLanguage,
  offerSearch,
  foldRows,
  serveCodeBlocks,
  copyLinks,
  findAnchors,
  markContents,
  offerBranches,
  printLinks,
];

for (const part of parts) {
  try {
    part();
  } catch (error) {
    console.error(error);
  }
}
