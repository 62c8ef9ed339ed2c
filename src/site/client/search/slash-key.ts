// Whether `/` opens the search. A key that acts by itself can be hit by mistake, by people who speak to their computer
// above all: so it can be turned off (WCAG 2.1.4). Remembered in this browser where storage is not blocked.

const key = 'stele.slash';
const off = 'off';

export function isSlashOn(): boolean {
  if (document.body.dataset['slash'] === off) return false;
  try {
    return localStorage.getItem(key) !== off;
  } catch {
    return true;
  }
}

/** Holds for this page, and where storage is not blocked, for those after it. */
export function turnSlash(on: boolean): void {
  document.body.dataset['slash'] = on ? 'on' : off;
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, off);
  } catch {
    // Blocked or full.
  }
}
