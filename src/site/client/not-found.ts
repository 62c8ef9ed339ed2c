// Fills the 404 page with the nearest pages, in the language that the address means or the reader has chosen, and with the
// likeliest one, at the anchor of the address, in every language.
// Whatever fails, the page stays as it was served: the sections with their links.

import type { Route } from './compare-routes.ts';
import type { KnownLanguage } from './guess-language.ts';
import { findNearestRoutes } from './nearest-routes.ts';
import { recall } from './storage.ts';

const page = document.documentElement;
const place = document.querySelector<HTMLElement>('.nearest');
if (place) suggest(place).finally(() => place.classList.add('is-ready'));

async function suggest(into: HTMLElement): Promise<void> {
  const { root = '/' } = page.dataset;
  const path = decodePath(location.pathname.slice(root.length));
  const response = await fetch(into.dataset['routes']!);
  if (!response.ok) return;
  const languages = knownLanguages(into);
  const remembered = languages.find(({ id }) => id === recall('language'))?.id;
  const { language, routes } = await findNearestRoutes(
    path,
    (await response.json()) as readonly Route[],
    languages,
    remembered,
  );
  const [first] = routes;
  if (first === undefined) return;
  const inTree = language === undefined ? root : `${root}${language}/`;
  // What begins with `-` is a part of this page's own.
  const hash = location.hash.startsWith('#-') ? '' : location.hash;
  fillList(
    into,
    '.nearest-pages',
    routes.map(([route, title], i) => ({ title, href: addressOf(inTree, route) + (i === 0 ? hash : ''), path: route })),
  );
  fillLanguages(into, first, root, hash);
  into.hidden = false;
}

/** A site of one language has no list of them. */
function knownLanguages(into: HTMLElement): readonly KnownLanguage[] {
  const ids = (page.dataset['languages'] ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => ({
    id,
    names: into.querySelector<HTMLElement>(`[data-in="${id}"]`)?.dataset['names']?.split(' ') ?? [],
  }));
}

/** A path that is not encoded as it should be is taken as it is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
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
function fillLanguages(into: HTMLElement, [route, title]: Route, root: string, hash: string): void {
  for (const link of into.querySelectorAll<HTMLAnchorElement>('[data-in]')) {
    into.querySelector('.nearest-title')!.textContent = title;
    link.href = addressOf(`${root}${link.dataset['in']}/`, route) + hash;
  }
}
