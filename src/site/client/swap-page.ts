// Replaces this page by another page's document: its content, and the parts that differ in head, tabs and navigation.
// Rows that the reader opened stay open, and the element that they look at keeps its position.

import { anchorOf, findPlaces, holdPlace, showAnchor } from './hold-place.ts';
import { fromOtherRoot } from './from-other-root.ts';
import { announceMain, mainId } from './on-main.ts';

/** Whether another page uses the same stylesheet and script as this one. After a new release it does not. */
export function isSameBuild(page: Document): boolean {
  const own = new Set(assetsOf(document));
  return assetsOf(page).every((name) => own.has(name));
}

/** Names of the stylesheets and scripts, without their paths, which differ by page. A name contains a content hash. */
function assetsOf(page: Document): readonly string[] {
  return [...page.querySelectorAll('link[rel=stylesheet], script[src]')].map((element) => {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    return address.slice(address.lastIndexOf('/') + 1);
  });
}

/**
 * Replaces this page.
 * @param enter changes the address; called before the new content is inserted, because its links are relative
 * @throws if a page lacks content or a language tab; this page may then be partly replaced
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
  // Show the “not in this language” page from its top. After it, scroll to the anchor of the address.
  if (!hasForm) scrollTo({ top: 0, behavior: 'instant' });
  else if (!hadForm) showAnchor();
  else holdPlace(places, next);
}

/** Copies the state of folds and tabs, by the anchors that they belong to. */
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
 * Marks the element that the address names, so that it has a tint, or is shown if it is the note about a field that
 * this language lacks. Browsers do not match `:target` on an element that a script inserts.
 */
function keepTarget(next: HTMLElement): void {
  const anchor = anchorOf(location.hash);
  const target = anchor === '' ? null : next.querySelector(`[id="${CSS.escape(anchor)}"]`);
  target?.classList.add('is-target');
}

/** Elements of a head that differ by page: not scripts, and not the files that every page uses. */
const headParts =
  ':is(title, meta, link, script)' +
  ':not(script:not([type="application/ld+json"]), [rel~=stylesheet], [rel*=icon], [rel=preload])';

/** Replaces only elements that differ. If `color-scheme` were removed and added again, the whole page would restyle. */
function swapHead(page: Document): void {
  const old = [...document.head.querySelectorAll(headParts)];
  const next = [...page.head.querySelectorAll(headParts)];
  for (const part of old) if (!next.some((other) => other.isEqualNode(part))) part.remove();
  document.head.append(...next.filter((part) => !old.some((other) => other.isEqualNode(part))));
}

/** Takes over the attributes of <html> that scripts read. Keeps the theme, which a script set. */
function swapAttributes(page: Document): void {
  const [old, next] = [document.documentElement.dataset, page.documentElement.dataset];
  for (const name of Object.keys(old)) if (name !== 'theme' && next[name] === undefined) delete old[name];
  Object.assign(old, next);
}

/**
 * Changes the links to files in the header and the navigation, which are kept: the site's top may be at another depth.
 */
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

/** Updates the addresses and the current one of the language tabs. The elements stay, so that they keep the focus. */
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
 * Replaces the navigation if it differs, and keeps its scroll position. The navigation of a large section never
 * differs, so its open branches stay open.
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
