// Routes and paths as texts: their slashes and their composed form.

import { trimEndWhere, trimWhere } from '../text/index.ts';

const slash = 0x2f;

/** A path without slashes at its ends: `/a/b/` → `a/b`. */
export function trimSlashes(path: string): string {
  return trimWhere(path, (code) => code === slash);
}

/** A path or an address with exactly one slash at its end. */
export function withSlash(path: string): string {
  return `${trimEndWhere(path, (code) => code === slash)}/`;
}

/** The route of an address of the site: normalised (NFC), without slashes at its ends. */
export function routeFrom(address: string): string {
  return trimSlashes(address).normalize('NFC');
}
