// Another page's document → this page, in place: its content, and what differs in head, tabs and navigation.
// What the reader has opened stays open, and what they look at stays where it is.

import { anchorOf, findPlaces, holdPlace, showAnchor } from './hold-place.ts';
import { fromOtherRoot } from './from-other-root.ts';
import { announceMain, mainId } from './on-main.ts';

/** Whether this page has the stylesheet and script that a page is drawn with: after a new release it has not. */
export function isSameBuild(page: Document): boolean {
  const own = new Set(assetsOf(document));
  return assetsOf(page).every((name) => own.has(name));
}

/** Names of files, which have the hash of their content in them; the way to them differs from page to page. */
function assetsOf(page: Document): readonly string[] {
  return [...page.querySelectorAll('link[rel=stylesheet], script[src]')].map((element) => {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    return address.slice(address.lastIndexOf('/') + 1);
  });
}

/**
 * Puts a page in the place of this one. `enter` is called when everything is at hand and nothing has changed yet:
 * there the address becomes the new page's, since what is put in is addressed from it.
 */
export function swapPage(page: Document, enter: () => void): void {
  const old = document.getElementById(mainId);
  const next = page.getElementById(mainId);
  if (old === null || next === null) throw new Error('a page without content');
  const places = findPlaces(old);
  enter();
  keepState(old, next);
  keepTarget(next);
  old.replaceWith(next);
  swapHead(page);
  moveFileLinks(page);
  swapAttributes(page);
  swapTabs(page);
  swapNavigation(page);
  announceMain();
  const [hadForm, hasForm] = [old, next].map((main) => main.querySelector('.missing') === null);
  // A page that says no more than that it is missing is read from its top, and left for what the address names.
  if (!hasForm) scrollTo({ top: 0, behavior: 'instant' });
  else if (!hadForm) showAnchor();
  else holdPlace(places, next);
}

/** Rows and lists that are open, and parts that are chosen, by the anchor they belong to. */
function keepState(old: HTMLElement, next: HTMLElement): void {
  const open = new Map(foldsOf(old));
  for (const [key, fold] of foldsOf(next)) fold.open = open.get(key)?.open ?? fold.open;
  for (const input of old.querySelectorAll<HTMLInputElement>('input[id]:checked')) {
    const same = next.querySelector<HTMLInputElement>(`[id="${CSS.escape(input.id)}"]`);
    if (same) same.checked = true;
  }
}

function* foldsOf(main: HTMLElement): Generator<[string, HTMLDetailsElement]> {
  for (const fold of main.querySelectorAll('details')) {
    const owner = fold.closest('[id]');
    if (owner) yield [`${owner.id} ${fold.className}`, fold];
  }
}

/**
 * What the address names looks as it does on arrival: its tint, or the line about a field that this language lacks.
 * To a browser an element that comes in place is not the target of the address.
 */
function keepTarget(next: HTMLElement): void {
  const anchor = anchorOf(location.hash);
  const target = anchor === '' ? null : next.querySelector(`[id="${CSS.escape(anchor)}"]`);
  target?.classList.add('is-target');
}

/** All of a head but scripts, and the files that every page has, each addressed from where it is. */
const headParts =
  ':is(title, meta, link, script):not(script:not([type="application/ld+json"]), [rel~=stylesheet], [rel*=icon], [rel=preload])';

/** What is the same stays: a colour scheme that goes and comes again has the browser style the whole page anew. */
function swapHead(page: Document): void {
  const old = [...document.head.querySelectorAll(headParts)];
  const next = [...page.head.querySelectorAll(headParts)];
  for (const part of old) if (!next.some((other) => other.isEqualNode(part))) part.remove();
  document.head.append(...next.filter((part) => !old.some((other) => other.isEqualNode(part))));
}

/** What the head's script and parts of the client read of a page; not what they have set themselves. */
function swapAttributes(page: Document): void {
  const [old, next] = [document.documentElement.dataset, page.documentElement.dataset];
  for (const name of Object.keys(old)) if (name !== 'theme' && next[name] === undefined) delete old[name];
  Object.assign(old, next);
}

/** Header and navigation may stay as they are, but for links to files: from a language's tree the site's top is further up. */
function moveFileLinks(page: Document): void {
  const [old, next] = [document, page].map(({ documentElement }) => documentElement.dataset['root'] ?? './') as [
    string,
    string,
  ];
  if (old === next) return;
  for (const link of document.querySelectorAll('.site-header a[href], .navigation a[href]')) {
    const href = link.getAttribute('href')!;
    const moved = fromOtherRoot(href, old, next);
    if (moved !== href) link.setAttribute('href', moved);
  }
}

/** The tabs stay, with the focus that one of them has; where they lead and which is current changes. */
function swapTabs(page: Document): void {
  for (const tab of document.querySelectorAll('.tabs a')) {
    const next = page.querySelector(`.tabs a[data-language="${(tab as HTMLElement).dataset['language']}"]`);
    if (next === null) throw new Error('other languages');
    for (const name of ['href', 'class', 'aria-current']) {
      const value = next.getAttribute(name);
      if (value === null) tab.removeAttribute(name);
      else if (tab.getAttribute(name) !== value) tab.setAttribute(name, value);
    }
    if (tab.innerHTML !== next.innerHTML) tab.innerHTML = next.innerHTML;
  }
}

/**
 * The same in every language unless the site draws its own. Keeps its scroll. That of a large section is always the
 * same: it stays, with the branches that the reader has opened.
 */
function swapNavigation(page: Document): void {
  const old = document.querySelector('.navigation');
  const next = page.querySelector('.navigation');
  if (old === null || next === null || old.isEqualNode(next)) return;
  if (old.querySelector('.tree[data-file]') && next.querySelector('.tree[data-file]')) return;
  const { scrollTop } = old;
  old.replaceChildren(...next.childNodes);
  old.scrollTop = scrollTop;
}
