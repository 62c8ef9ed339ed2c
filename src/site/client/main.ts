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
import { offerPageMenu } from './offer-page-menu.ts';
import { offerSearch } from './search/offer-search.ts';
import { switchLanguage } from './switch-language.ts';
import { switchTheme } from './switch-theme.ts';
import { lateScript } from './late-script.ts';
// The parts that are loaded at their first use. Each becomes a file of its own, and the imports give the addresses.
// oxlint-disable import/default
import openBranchesUrl from './open-branches.ts?worker&url';
import pageMenuUrl from './page-menu.ts?worker&url';
import searchUrl from './search/search.ts?worker&url';
import showPageUrl from './show-page.ts?worker&url';
// oxlint-enable import/default

const parts = [
  addAnnouncer,
  switchTheme,
  () => switchLanguage(lateScript(showPageUrl)),
  followLanguage,
  () => offerSearch(lateScript(searchUrl)),
  () => offerPageMenu(lateScript(pageMenuUrl)),
  foldRows,
  serveCodeBlocks,
  copyLinks,
  findAnchors,
  markContents,
  () => offerBranches(lateScript(openBranchesUrl)),
  printLinks,
];

for (const part of parts) {
  try {
    part();
  } catch (error) {
    console.error(error);
  }
}
