// Stores the scroll position of each history entry in the entry's state, where it survives a reload and a visit to
// other pages. The browser's own scroll restoration does not work for pages that replaced another in place.

/** Milliseconds from a scroll until its position is stored. Browsers allow 100 history changes in 30 seconds. */
const pause = 350;

interface EntryState {
  readonly id?: number;
  readonly y?: number;
}

/** Scroll positions of this visit, by the id of the history entry. They are newer than the stored ones. */
const places = new Map<number | undefined, number>();
/** Whether a script added an entry to the history. Until then, the browser's own scroll restoration works. */
let isNeeded = history.state !== null;

/**
 * Stores the scroll position after each scroll.
 * @param isShown whether the shown page is that of the address; after Back, the old page is shown for a moment
 */
export function watchScroll(isShown: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const storeLater = (): void => {
    timer = undefined;
    if (isShown()) storeScroll();
  };
  const onScroll = (): void => {
    if (!isNeeded || !isShown()) return;
    const { id } = stateOf();
    if (id === undefined) storeScroll();
    else places.set(id, scrollY);
    timer ??= setTimeout(storeLater, pause);
  };
  addEventListener('scroll', onScroll, { passive: true });
}

/** Stores the scroll position of the current history entry, then adds a new entry. */
export function enterEntry(url: URL): void {
  isNeeded = true;
  storeScroll();
  history.pushState(null, '', url);
  storeScroll();
}

/** The stored scroll position of the current entry, in CSS pixels; undefined if there is none. */
export function entryScroll(): number | undefined {
  const { id, y } = stateOf();
  return places.get(id) ?? y;
}

/** Scrolls to a stored position, without animation. */
export function scrollToEntry(y: number): void {
  const restore = (): void => scrollTo({ top: y, behavior: 'instant' });
  restore();
  // After the event, some browsers restore their own scroll position.
  requestAnimationFrame(restore);
}

function storeScroll(): void {
  const state: EntryState = { id: Math.random(), ...stateOf(), y: scrollY };
  places.set(state.id, scrollY);
  history.replaceState(state, '');
}

function stateOf(): EntryState {
  return (history.state as EntryState | null) ?? {};
}
