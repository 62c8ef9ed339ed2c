// Where the reader is on a page, in terms of anchors, which are the same in every language: so that what they look at
// stands still while the page around it is replaced.

/** An anchor, and how far below the window's top its element begins, in CSS pixels. */
export interface HeldPlace {
  readonly id: string;
  readonly top: number;
}

/**
 * Anchors of a page, the best to hold first: the one that the address names, if it can be seen; properties in view from
 * the top down; others in view; those above it, the nearest first. None for a reader who has not begun to scroll.
 */
export function findPlaces(main: HTMLElement): readonly HeldPlace[] {
  if (scrollY === 0) return [];
  const top = topOfView();
  const [rows, others, above]: [HeldPlace[], HeldPlace[], HeldPlace[]] = [[], [], []];
  for (const element of main.querySelectorAll(':not(:is(a, input, button))[id]')) {
    if (element.id.startsWith('-') || element.getClientRects().length === 0) continue;
    const place = { id: element.id, top: element.getBoundingClientRect().top };
    if (place.top < top) above.unshift(place);
    else if (place.top < innerHeight) (element.matches('.rows > li') ? rows : others).push(place);
  }
  const places = [...rows, ...others];
  const named = places.findIndex(({ id }) => id === anchorOf(location.hash));
  if (named > 0) places.unshift(...places.splice(named, 1));
  return [...places, ...above];
}

/** Scrolls so that the first of the places that the page now has stands where it stood. */
export function holdPlace(places: readonly HeldPlace[], main: HTMLElement): void {
  for (const { id, top } of places) {
    const element = document.getElementById(id);
    if (element === null || element.getClientRects().length === 0) continue;
    scrollBy(0, element.getBoundingClientRect().top - top);
    const missing = element.getBoundingClientRect().top - top;
    // The page ends too early to be scrolled so far: it gets the room that it lacks, for what the reader has in view.
    if (missing >= 0.5 && top >= topOfView()) {
      main.style.minHeight = `${main.offsetHeight + Math.ceil(missing)}px`;
      scrollBy(0, element.getBoundingClientRect().top - top);
    }
    return;
  }
}

/** Brings what the address names into view, with the rows around it open, as a browser does on arrival. */
export function showAnchor(): void {
  const element = document.getElementById(anchorOf(location.hash));
  for (let at = element?.parentElement?.closest('details'); at; at = at.parentElement?.closest('details'))
    at.open = true;
  element?.scrollIntoView({ behavior: 'instant' });
}

/** The anchor of a hash such as `#connection.id`; empty where it has none. */
export function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** What lies above is covered by the language tabs. */
function topOfView(): number {
  return document.querySelector('.tabs')?.getBoundingClientRect().bottom ?? 0;
}
