// The reader's position on a page, by anchor. Anchors are the same in every language, so the element in view keeps its
// place when the page around it is replaced.

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

/** Scrolls the first of the places that the new page has to its former position. */
export function holdPlace(places: readonly HeldPlace[], main: HTMLElement): void {
  for (const { id, top } of places) {
    const element = document.getElementById(id);
    if (element === null || element.getClientRects().length === 0) continue;
    scrollBy(0, element.getBoundingClientRect().top - top);
    const missing = element.getBoundingClientRect().top - top;
    // The page is too short to scroll that far: extend it.
    if (missing >= 0.5 && top >= topOfView()) {
      main.style.minHeight = `${main.offsetHeight + Math.ceil(missing)}px`;
      scrollBy(0, element.getBoundingClientRect().top - top);
    }
    return;
  }
}

/** Scrolls to the element that the address names, and opens the rows around it, as a browser does on arrival. */
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

/** Lower edge of the language tabs, which cover the content above it, in CSS pixels. */
function topOfView(): number {
  return document.querySelector('.tabs')?.getBoundingClientRect().bottom ?? 0;
}
