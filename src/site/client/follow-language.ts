// If the reader chooses a language in another browser tab, the next link that is followed here leads to that language,
// unless the reader chooses a language here in the meantime.

import { loadable, plainClick } from './links.ts';
import { storageKey } from './storage.ts';

export function followLanguage(): void {
  let chosen: string | undefined;
  addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey('language')) chosen = newValue ?? undefined;
  });
  document.addEventListener('click', (event) => {
    if (loadable(event, '[data-language]')) chosen = undefined;
    const { root = './', tree } = document.documentElement.dataset;
    const link = plainClick(event, 'a[href]:not([data-language])');
    // Pages without a language in their address redirect by themselves (`choose-language.ts`).
    if (!link || !chosen || !tree || chosen === tree || !hasTab(chosen)) return;
    const own = new URL(`${root}${tree}/`, location.href).href;
    const isOnPage = link.href.split('#')[0] === location.href.split('#')[0];
    if (!link.href.startsWith(own) || isOnPage) return;
    event.preventDefault();
    location.assign(new URL(`${root}${chosen}/`, location.href).href + link.href.slice(own.length));
  });
}

/** Whether this page has a tab for a language. */
function hasTab(language: string): boolean {
  return document.querySelector(`.tabs [data-language="${CSS.escape(language)}"]`) !== null;
}
