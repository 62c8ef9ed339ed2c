// What a page has of the search before it is used: the button works, and so do `/` and Ctrl-K or Cmd-K. The search
// itself, its stylesheet and its index are loaded at the first use.

import { addressIn, lateScript } from '../late-script.ts';
import { isSlashOn } from './slash-key.ts';

/** Event of the document that opens the search, once its script is there. */
export const openSearch = 'stele:search';

export function offerSearch(): void {
  if (!('showModal' in HTMLDialogElement.prototype)) return;
  const [loadScript, style] = [lateScript('search'), addressIn('searchStyle')];
  let styling: Promise<void> | undefined;
  const open = async (): Promise<void> => {
    styling ??= addStyle(style);
    try {
      await Promise.all([loadScript(), styling]);
      document.dispatchEvent(new Event(openSearch));
    } catch (error) {
      // Perhaps the reader is offline: the next use tries again.
      styling = undefined;
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
  document.querySelector('.search-button')?.classList.add('is-ready');
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing, target }: KeyboardEvent): boolean {
  if (isComposing || altKey) return false;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' && !shiftKey;
  const isWriting =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return key === '/' && !ctrlKey && !isWriting && isSlashOn();
}

/** Resolves when the stylesheet holds, so that nothing shows without it. */
function addStyle(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((done, fail) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => {
      link.remove();
      fail(new Error(`${href} cannot be loaded`));
    });
    document.head.append(link);
  });
}
