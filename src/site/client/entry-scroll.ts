// Each entry of the history keeps how far its page is scrolled, in its state: there it outlives a reload and a visit to
// other pages. The browser's own memory of it is of the page that it had to lay out, not of one that came in place.

/** Milliseconds from a scroll until it is kept: browsers allow a hundred changes of the history in half a minute. */
const pause = 350;

interface Kept {
  readonly id?: number;
  readonly y?: number;
}

/** Places of this visit by the id of their entry, which are newer than those that are kept. */
const places = new Map<number | undefined, number>();
/** Whether an entry of this page's making is in the history; before that the browser's memory is right. */
let isNeeded = history.state !== null;

/** @param isShown whether the page of the address is the one that is shown, as it is not yet on the way back */
export function watchScroll(isShown: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    timer = undefined;
    if (isShown()) keepScroll();
  };
  const note = (): void => {
    if (!isNeeded || !isShown()) return;
    const { id } = stateOf();
    if (id === undefined) keepScroll();
    else places.set(id, scrollY);
    timer ??= setTimeout(keep, pause);
  };
  addEventListener('scroll', note, { passive: true });
}

/** Makes a new entry of the history, after the place in the present one is kept. */
export function enterEntry(url: URL): void {
  isNeeded = true;
  keepScroll();
  history.pushState(null, '', url);
  keepScroll();
}

/** How far the page of the present entry was scrolled, in CSS pixels; undefined where nobody has kept it. */
export function entryScroll(): number | undefined {
  const { id, y } = stateOf();
  return places.get(id) ?? y;
}

export function scrollToEntry(y: number): void {
  const restore = (): void => scrollTo({ top: y, behavior: 'instant' });
  restore();
  // Some browsers restore a scroll of their own after the event.
  requestAnimationFrame(restore);
}

function keepScroll(): void {
  const state: Kept = { id: Math.random(), ...stateOf(), y: scrollY };
  places.set(state.id, scrollY);
  history.replaceState(state, '');
}

function stateOf(): Kept {
  return (history.state as Kept | null) ?? {};
}
