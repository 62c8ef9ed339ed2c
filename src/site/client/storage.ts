// The reader's choices in the browser's storage. If storage is blocked, nothing is stored, and nothing fails.

/** `choose-language.ts` reads the first, `before-paint.ts` the next two. */
export type Remembered = 'language' | 'theme' | 'rows' | 'slash' | 'searches';

type Key = Remembered | 'switched';

/** Key in the browser's storage. */
export function storageKey(name: Key): string {
  return `stele.${name}`;
}

/** Remembers a choice; `undefined` forgets it. */
export function remember(name: Remembered, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(storageKey(name));
    else localStorage.setItem(storageKey(name), value);
  } catch {
    // Storage is blocked or full: the choice applies to this page only.
  }
}

/** Returns a stored choice; undefined if there is none, or if storage is blocked. */
export function recall(name: Remembered): string | undefined {
  try {
    return localStorage.getItem(storageKey(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Notes that the reader switched the language in this visit. */
export function noteSwitch(): void {
  try {
    sessionStorage.setItem(storageKey('switched'), '1');
  } catch {
    // Storage is blocked or full.
  }
}

/** Whether the reader switched the language in this visit; false if storage is blocked. */
export function hasSwitched(): boolean {
  try {
    return sessionStorage.getItem(storageKey('switched')) !== null;
  } catch {
    return false;
  }
}
