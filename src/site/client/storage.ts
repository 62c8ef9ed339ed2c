// What the browser remembers for the reader. Storage may be blocked: then nothing is remembered, and nothing fails.

/** `before-paint.ts` reads the first three. */
export type Remembered = 'language' | 'theme' | 'rows' | 'slash' | 'searches';

/** Key in the browser's storage. */
export function storageKey(name: Remembered): string {
  return `stele.${name}`;
}

/** Remembers a choice; `undefined` forgets it. */
export function remember(name: Remembered, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(storageKey(name));
    else localStorage.setItem(storageKey(name), value);
  } catch {
    // Blocked or full: the choice holds for this page.
  }
}

/** What is remembered; undefined where there is nothing, or storage is blocked. */
export function recall(name: Remembered): string | undefined {
  try {
    return localStorage.getItem(storageKey(name)) ?? undefined;
  } catch {
    return undefined;
  }
}
