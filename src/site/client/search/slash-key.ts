// Whether `/` opens the search. A shortcut of a single key can be triggered by mistake, especially by speech input. So
// readers can turn it off (WCAG 2.1.4). The choice is stored in this browser, unless storage is blocked.

import { recall, remember } from '../storage.ts';

const off = 'off';

export function isSlashOn(): boolean {
  return document.body.dataset['slash'] !== off && recall('slash') !== off;
}

/** Turns the shortcut on or off: for this page, and for later pages unless storage is blocked. */
export function turnSlash(on: boolean): void {
  document.body.dataset['slash'] = on ? 'on' : off;
  remember('slash', on ? undefined : off);
}
