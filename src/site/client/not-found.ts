// Fills the 404 page with the nearest pages, in the reader's language, and with the likeliest one in every language.
// Whatever fails, the page stays as it was served: the sections with their links.

import { findNearest, type Route } from './nearest-routes.ts';

const page = document.documentElement;
const place = document.querySelector<HTMLElement>('.nearest');
if (place) suggest(place).finally(() => place.classList.add('is-ready'));

async function suggest(into: HTMLElement): Promise<void> {
  const { root = '/', languages = '' } = page.dataset;
  const path = decodePath(location.pathname.slice(root.length));
  const response = await fetch(into.dataset['routes']!);
  if (!response.ok) return;
  const ids = languages.split(' ').filter((id) => id !== '');
  const { language, routes } = findNearest(path, (await response.json()) as readonly Route[], ids);
  const [first] = routes;
  if (first === undefined) return;
  const inTree = language === undefined ? root : `${root}${language}/`;
  fillList(into, '.nearest-pages', routes.map(([route, title]) => ({ title, href: addressOf(inTree, route), path: route })));
  if (ids.length > 1) fillLanguages(into, first, root);
  into.hidden = false;
}

/** A path that is not encoded as it should be is taken as it is. */
function decodePath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '').replace(/\/index\.html$/, '');
  try {
    return decodeURIComponent(trimmed);
  } catch {
    return trimmed;
  }
}

function addressOf(tree: string, route: string): string {
  return tree + (route === '' ? '' : `${route.split('/').map(encodeURIComponent).join('/')}/`);
}

interface Suggestion {
  readonly title: string;
  readonly href: string;
  readonly path: string;
}

function fillList(into: HTMLElement, selector: string, suggestions: readonly Suggestion[]): void {
  const items = suggestions.map(({ title, href, path }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = href;
    link.textContent = title;
    const where = document.createElement('span');
    where.textContent = `/${path}`;
    item.append(link, ' ', where);
    return item;
  });
  into.querySelector(selector)!.replaceChildren(...items);
}

/** The links to home pages of the languages become links to the likeliest page. */
function fillLanguages(into: HTMLElement, [route, title]: Route, root: string): void {
  into.querySelector('.nearest-title')!.textContent = title;
  for (const link of into.querySelectorAll<HTMLAnchorElement>('[data-in]')) {
    link.href = addressOf(`${root}${link.dataset['in']}/`, route);
  }
}
