// A click on a language tab → the page in that language, without a reload. The property that the reader looks at keeps
// its position. If anything fails, the browser navigates as it would without a script. `show-page.ts`, which replaces
// the page, is loaded together with the first page that a reader may open.

import { entryScroll, leaveEntry, scrollToEntry, watchScroll } from './entry-scroll.ts';
import { loadable, plainClick } from './links.ts';
import { hasPlenty, readyPage, savesData, takePage, warmPage } from './load-page.ts';
import type { LoadScript } from './late-script.ts';
import { showPage, type PageChange } from './page-change.ts';
import { hasSwitched, noteSwitch } from './storage.ts';

const tabs = 'a[data-language]';
/** Milliseconds that the pointer must rest on a tab before its page is fetched. */
const restTime = 60;

/** Path of the page that is shown. After Back, the address is a different one until the page is replaced. */
let shown = pathOf(location);
/** Number of the latest switch. Earlier switches that finish later are dropped. */
let latest = 0;
let loadScript: LoadScript;

/** @param load loads `show-page.ts` */
export function switchLanguage(load: LoadScript): void {
  loadScript = load;
  document.addEventListener('click', (event) => {
    const link = plainClick(event, tabs);
    if (link === undefined) return;
    event.preventDefault();
    const url = new URL(link.href);
    url.hash = location.hash;
    void go(url);
  });
  addEventListener('popstate', () => {
    if (pathOf(location) === shown) return;
    void go(new URL(location.href), true);
  });
  watchScroll(() => pathOf(location) === shown);
  keepIcon();
  warmOnIntent();
  if (hasSwitched()) void readyTabs();
}

async function go(url: URL, isBack = false): Promise<void> {
  const number = ++latest;
  let isEntered = isBack;
  let addEntry: ((url: URL) => void) | undefined;
  try {
    const [page] = await Promise.all([takePage(url), loadScript()]);
    if (number !== latest) return;
    const change: PageChange = {
      page,
      isWanted: () => number === latest,
      leave: () => {
        if (!isBack) addEntry = leaveEntry();
        shown = pathOf(url);
      },
      enter: () => {
        addEntry?.(url);
        isEntered = true;
      },
      scroll: () => {
        const y = isBack ? entryScroll() : undefined;
        if (y !== undefined) scrollToEntry(y);
      },
    };
    document.dispatchEvent(new CustomEvent(showPage, { detail: change }));
    await change.shown;
    if (number !== latest) return;
    noteSwitch();
    await readyTabs();
  } catch (error) {
    console.warn(error);
    if (number !== latest) return;
    if (isEntered) location.reload();
    else location.assign(url.href);
  }
}

/**
 * Fetches and parses the page in the other languages while the browser is idle. So a click finds it ready. Ends at the
 * next switch, and at the first page that cannot be fetched.
 */
async function readyTabs(): Promise<void> {
  if (!hasPlenty()) return;
  const number = latest;
  try {
    await loadScript();
    for (const { href } of document.querySelectorAll<HTMLAnchorElement>(`.tabs ${tabs}:not([aria-current])`)) {
      if (number !== latest) return;
      await readyPage(new URL(href));
    }
  } catch {
    // A click tries again.
  }
}

/** Makes the icons' addresses absolute. Else browsers resolve and fetch them again when the address changes. */
function keepIcon(): void {
  for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel*=icon]')) icon.href = String(icon.href);
}

function warmOnIntent(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const warm = (event: Event, delay: number): void => {
    const link = loadable(event, tabs);
    clearTimeout(timer);
    if (link && !savesData()) timer = setTimeout(() => pathOf(link) !== shown && warmTarget(link), delay);
  };
  document.addEventListener('pointerover', (event) => warm(event, restTime), { passive: true });
  for (const name of ['focusin', 'touchstart', 'pointerdown']) {
    document.addEventListener(name, (event) => warm(event, 0), { passive: true });
  }
}

function warmTarget(link: HTMLAnchorElement): void {
  warmPage(new URL(link.href));
  // After a failure, a click tries again.
  loadScript().catch(() => undefined);
}

function pathOf({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  return pathname + search;
}
