// Replaces this page by the page in another language. Loaded at the first use. What a reader sees changes in the next
// frame; the address, the head and the history entry follow after it.

import { afterFrame } from './after-frame.ts';
import { announce } from './announce.ts';
import { showPage, type PageChange } from './page-change.ts';
import { swapHead } from './swap-head.ts';
import { isSameBuild, swapPage } from './swap-page.ts';

document.addEventListener(showPage, (event) => {
  const change = (event as CustomEvent<PageChange>).detail;
  change.shown = show(change);
});

async function show({ page, isWanted, leave, enter, scroll }: PageChange): Promise<void> {
  if (!isSameBuild(page)) throw new Error('another build');
  leave();
  swapPage(page);
  scroll();
  await afterFrame(
    () => isWanted() && swapHead(page),
    () => isWanted() && enter(),
    // Also announce the note about a field that this language lacks.
    () =>
      announce([document.title, document.querySelector('.lacking.is-target')?.textContent].filter(Boolean).join('. ')),
  );
}
