// Fills the 404 page with links to similar pages, in the language of the address or the reader's language. Also links
// to the most similar page in every language, with the anchor of the address. If anything fails, the page stays as it
// was served: the sections with their links.

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
  // Anchors that begin with `-` belong to this page's interface.
  const hash = location.hash.startsWith('#-') ? '' : location.hash;
  fillList(
    into,
    '.nearest-pages',
    routes.map(([route, title], i) => ({ title, href: addressOf(inTree, route) + (i === 0 ? hash : ''), path: route })),
  );
  fillLanguages(into, first, root, hash);
  into.hidden = false;
}

/** The site's languages with their names. On a site of one language, the page lists no names. */
function knownLanguages(into: HTMLElement): readonly KnownLanguage[] {
  const ids = (page.dataset['languages'] ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => ({
    id,
    names: into.querySelector<HTMLElement>(`[data-in="${id}"]`)?.dataset['names']?.split(' ') ?? [],
  }));
}

/** Returns a path with invalid encoding unchanged. */
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

/** Turns the links to the languages' home pages into links to the most similar page. */
function fillLanguages(into: HTMLElement, [route, title]: Route, root: string, hash: string): void {
  for (const link of into.querySelectorAll<HTMLAnchorElement>('[data-in]')) {
    into.querySelector('.nearest-title')!.textContent = title;
    link.href = addressOf(`${root}${link.dataset['in']}/`, route) + hash;
  }
}
