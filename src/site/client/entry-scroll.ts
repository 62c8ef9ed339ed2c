// Each entry of the history keeps how far its page is scrolled, in its state: there it outlives a reload and a visit to
// other pages. The browser's own memory of it is of the page that it had to lay out, not of one that came in place.

/** Milliseconds without a scroll after which its place is kept: browsers allow a hundred changes in half a minute. */
const restTime = 150;

/** Whether an entry of this page's making is in the history; before that the browser's memory is right. */
let isNeeded = history.state !== null;

/** @param isShown whether the page of the address is the one that is shown, as it is not yet on the way back */
export function watchScroll(isShown: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => isNeeded && isShown() && keepScroll(), restTime);
    },
    { passive: true },
  );
}

/** Makes a new entry of the history, after the place in the present one is kept. */
export function enterEntry(url: URL): void {
  isNeeded = true;
  keepScroll();
  history.pushState({ y: scrollY }, '', url);
}

/** How far the page of the present entry was scrolled, in CSS pixels; undefined where nobody has kept it. */
export function entryScroll(): number | undefined {
  return (history.state as { readonly y?: number } | null)?.y;
}

export function scrollToEntry(y: number): void {
  const restore = (): void => scrollTo({ top: y, behavior: 'instant' });
  restore();
  // Some browsers restore a scroll of their own after the event.
  requestAnimationFrame(restore);
}

function keepScroll(): void {
  history.replaceState({ ...(history.state as object | null), y: scrollY }, '');
}
