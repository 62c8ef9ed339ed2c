// Replaces this page by the page in another language. Loaded at the first use.

import { announce } from './announce.ts';
import { changeInFade } from './fade.ts';
import { showPage, type PageChange } from './page-change.ts';
import { isSameBuild, swapPage } from './swap-page.ts';

document.addEventListener(showPage, (event) => {
  const change = (event as CustomEvent<PageChange>).detail;
  change.shown = show(change);
});

async function show({ page, isWanted, enter, scroll }: PageChange): Promise<void> {
  if (!isSameBuild(page)) throw new Error('another build');
  await changeInFade(() => {
    if (!isWanted()) return;
    swapPage(page, enter);
    scroll();
    // Also announce the note about a field that this language lacks.
    const line = document.querySelector('.lacking.is-target')?.textContent;
    announce(line ? `${document.title}. ${line}` : document.title);
  });
}
