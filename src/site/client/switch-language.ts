// A click on a language tab → the page in that language, in place: without a reload, and with the property that the
// reader looks at where it is. Whatever goes wrong, the browser goes there as it would have without a script.

import { enterEntry, entryScroll, scrollToEntry, watchScroll } from './entry-scroll.ts';
import { changeInFade } from './fade.ts';
import { loadable, plainClick } from './links.ts';
import { takePage, warmPage } from './load-page.ts';
import { announce } from './announce.ts';
import { isSameBuild, swapPage } from './swap-page.ts';

const tabs = 'a[data-language]';
/** Milliseconds that a pointer rests on a tab before its page is fetched. */
const restTime = 60;

/** Path of the page that is shown, which the address is ahead of while the reader goes back. */
let shown = pathOf(location);
/** Counts switches: an earlier one that comes late is dropped. */
let latest = 0;

export function switchLanguage(): void {
  document.addEventListener('click', (event) => {
    const link = plainClick(event, tabs);
    if (link === undefined) return;
    event.preventDefault();
    const url = new URL(link.href);
    url.hash = location.hash;
    void go(url, () => enterEntry(url));
  });
  addEventListener('popstate', () => {
    if (pathOf(location) === shown) return;
    void go(new URL(location.href), () => undefined, true);
  });
  watchScroll(() => pathOf(location) === shown);
  keepIcon();
  warmOnIntent();
}

async function go(url: URL, enter: () => void, isBack = false): Promise<void> {
  const number = ++latest;
  let isEntered = isBack;
  try {
    const page = await takePage(url);
    if (number !== latest) return;
    if (!isSameBuild(page)) throw new Error('another build');
    await changeInFade(() => {
      if (number !== latest) return;
      swapPage(page, () => {
        enter();
        isEntered = true;
        shown = pathOf(url);
      });
      const y = isBack ? entryScroll() : undefined;
      if (y !== undefined) scrollToEntry(y);
      // What the page says of a field that the language lacks is as new as the page.
      const line = document.querySelector('.lacking.is-target')?.textContent;
      announce(line ? `${document.title}. ${line}` : document.title);
    });
  } catch (error) {
    console.warn(error);
    if (number !== latest) return;
    if (isEntered) location.reload();
    else location.assign(url.href);
  }
}

/** Browsers ask for the icon again when the address changes, before anything else could; icons stay at a switch. */
function keepIcon(): void {
  for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel*=icon]')) icon.href = String(icon.href);
}

function warmOnIntent(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const warm = (event: Event, delay: number): void => {
    const link = loadable(event, tabs);
    clearTimeout(timer);
    if (link) timer = setTimeout(() => pathOf(link) !== shown && warmPage(new URL(link.href)), delay);
  };
  document.addEventListener('pointerover', (event) => warm(event, restTime), { passive: true });
  for (const name of ['focusin', 'touchstart', 'pointerdown']) {
    document.addEventListener(name, (event) => warm(event, 0), { passive: true });
  }
}

function pathOf({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  return pathname + search;
}
