// Whether `/` opens the search. A key that acts by itself can be hit by mistake, by people who speak to their computer
// above all: so it can be turned off (WCAG 2.1.4). Remembered in this browser where storage is not blocked.

import { recall, remember } from '../storage.ts';

const off = 'off';

export function isSlashOn(): boolean {
  return document.body.dataset['slash'] !== off && recall('slash') !== off;
}

/** Holds for this page, and where storage is not blocked, for those after it. */
export function turnSlash(on: boolean): void {
  document.body.dataset['slash'] = on ? 'on' : off;
  remember('slash', on ? undefined : off);
}
