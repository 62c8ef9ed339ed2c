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
    if (isShown()) storeScroll(scrollY);
  };
  const onScroll = (): void => {
    if (!isNeeded || !isShown()) return;
    const { id } = stateOf();
    if (id === undefined) storeScroll(scrollY);
    else places.set(id, scrollY);
    timer ??= setTimeout(storeLater, pause);
  };
  addEventListener('scroll', onScroll, { passive: true });
}

/**
 * Notes the scroll position of the current history entry, before the page changes. Returns a function that stores it if
 * it is not yet stored, and adds a new entry. Each change of the history takes browsers a few milliseconds.
 */
export function leaveEntry(): (url: URL) => void {
  const left = scrollY;
  return (url) => {
    isNeeded = true;
    const y = scrollY;
    if (stateOf().y !== left) storeScroll(left);
    const state = newState(y);
    history.pushState(state, '', url);
    places.set(state.id, y);
  };
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

function storeScroll(y: number): void {
  const state = { ...newState(y), ...stateOf(), y };
  places.set(state.id, y);
  history.replaceState(state, '');
}

function newState(y: number): EntryState {
  return { id: Math.random(), y };
}

function stateOf(): EntryState {
  return (history.state as EntryState | null) ?? {};
}
