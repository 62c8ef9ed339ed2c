// Opens the search by its button, by `/`, and by Ctrl-K or Cmd-K. The script and index of the search are loaded at the
// first use.

import type { LoadScript } from '../late-script.ts';
import { isSlashOn } from './slash-key.ts';

/** Event of the document that opens the search, after its script is loaded. */
export const openSearch = 'stele:search';

/**
 * Starts this part. Shows the search button if the browser supports dialogs.
 * @param load loads `search.ts`
 */
export function offerSearch(load: LoadScript): void {
  if (!('showModal' in HTMLDialogElement.prototype)) return;
  const open = async (): Promise<void> => {
    try {
      await load();
      document.dispatchEvent(new Event(openSearch));
    } catch (error) {
      // The reader may be offline. The next use tries again.
      console.error(error);
    }
  };
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('.search-button')) void open();
  });
  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    void open();
  });
  const button = document.querySelector('.search-button');
  button?.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  button?.classList.add('is-ready');
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing, target }: KeyboardEvent): boolean {
  if (isComposing || altKey) return false;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' && !shiftKey;
  const isWriting =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return key === '/' && !ctrlKey && !isWriting && isSlashOn();
}
