// Shows the page of another language in this one's place. Loaded when a reader first wants one.

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
    // What the page says of a field that the language lacks is as new as the page.
    const line = document.querySelector('.lacking.is-target')?.textContent;
    announce(line ? `${document.title}. ${line}` : document.title);
  });
}
