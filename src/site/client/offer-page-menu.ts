// The link to a page's Markdown becomes a button that opens a menu. Without this script, or with a modified click, it
// stays a link. The menu is loaded at the first use.

import type { LoadScript } from './late-script.ts';
import { plainClick } from './links.ts';

/** Event of the link that opens its menu, after the script of the menu is loaded. */
export const openPageMenu = 'stele:page-menu';

/** @param load loads `page-menu.ts` */
export function offerPageMenu(load: LoadScript): void {
  if (!('popover' in HTMLElement.prototype) || navigator.clipboard === undefined) return;
  document.addEventListener('click', (event) => {
    const link = plainClick(event, '.twin');
    if (!link) return;
    event.preventDefault();
    load().then(
      () => link.dispatchEvent(new Event(openPageMenu, { bubbles: true })),
      // The reader may be offline.
      () => location.assign(link.href),
    );
  });
}
