// The reader's position on a page, by anchor. Anchors are the same in every language. So the element that the reader
// looks at can keep its position in the window when the page is replaced.

/** An anchor, and the distance of its element from the window's top, in CSS pixels. */
export interface HeldPlace {
  readonly id: string;
  readonly top: number;
}

/**
 * Lists anchors of a page, the best to keep in place first: the anchor of the address, if its element is visible;
 * visible properties from the top down; other visible elements; elements above the view, the nearest first. The list is
 * empty if the page is scrolled to its top.
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

/** Scrolls so that the first of the places that the new page also has is at its former position. */
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

/**
 * Scrolls to the element that the address names, and opens the rows around it, as a browser does after loading a page.
 */
export function showAnchor(): void {
  const element = document.getElementById(anchorOf(location.hash));
  for (let at = element?.parentElement?.closest('details'); at; at = at.parentElement?.closest('details'))
    at.open = true;
  element?.scrollIntoView({ behavior: 'instant' });
}

/** Returns the decoded anchor of a hash such as `#connection.id`; `''` for an empty hash. */
export function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** The lower edge of the language tabs, in CSS pixels. Content above it is covered. */
function topOfView(): number {
  return document.querySelector('.tabs')?.getBoundingClientRect().bottom ?? 0;
}
