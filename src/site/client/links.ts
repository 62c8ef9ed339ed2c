// The link of an event, and whether a script may follow it in place of the browser.

/** Returns the link of this origin under an event; undefined if there is none, and for downloads. */
export function loadable(event: Event, selector: string): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;
  return link !== null && link.origin === location.origin && !link.hasAttribute('download') ? link : undefined;
}

/** Returns the link that a click opens in this tab; undefined for a new tab, a download, or a menu. */
export function plainClick(event: MouseEvent, selector: string): HTMLAnchorElement | undefined {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = isPlain && !event.defaultPrevented ? loadable(event, selector) : undefined;
  return link?.target === '' || link?.target === '_self' ? link : undefined;
}
