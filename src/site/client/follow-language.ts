// A language that the reader has chosen in another tab of the browser: this one takes it at its next link, unless one
// is chosen here after that.

import { loadable, plainClick } from './links.ts';
import { storageKey } from './storage.ts';

export function followLanguage(): void {
  let chosen: string | undefined;
  addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey('language')) chosen = newValue ?? undefined;
  });
  document.addEventListener('click', (event) => {
    if (loadable(event, '[data-language]')) chosen = undefined;
    const { root = './', tree, languages = '' } = document.documentElement.dataset;
    const link = plainClick(event, 'a[href]:not([data-language])');
    // At an address without a language the next page goes there by itself.
    if (!link || !chosen || !tree || chosen === tree || !languages.split(' ').includes(chosen)) return;
    const own = new URL(`${root}${tree}/`, location.href).href;
    const isOnPage = link.href.split('#')[0] === location.href.split('#')[0];
    if (!link.href.startsWith(own) || isOnPage) return;
    event.preventDefault();
    location.assign(new URL(`${root}${chosen}/`, location.href).href + link.href.slice(own.length));
  });
}
