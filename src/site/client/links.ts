// Which link an event is about, and whether a script may follow it in the browser's place.

/** The link of this site that an event is on; undefined for others. */
export function loadable(event: Event, selector: string): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;
  return link !== null && link.origin === location.origin && !link.hasAttribute('download') ? link : undefined;
}

/** The link that a click follows here and now: not one for a new tab, a download, or a menu. */
export function plainClick(event: MouseEvent, selector: string): HTMLAnchorElement | undefined {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = isPlain && !event.defaultPrevented ? loadable(event, selector) : undefined;
  return link?.target === '' || link?.target === '_self' ? link : undefined;
}
