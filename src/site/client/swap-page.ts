// Replaces what a reader sees of this page by another page's document: content, tabs and navigation, as far as they
// differ. Rows that the reader opened stay open, and the element that they look at keeps its position.

import { anchorOf, findPlaces, holdPlace, showAnchor } from './hold-place.ts';
import { announceMain, mainId } from './on-main.ts';
import { patchNode } from './patch-node.ts';

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
 * Replaces what a reader sees of this page.
 * @throws if a page lacks content or a language tab; this page may then be partly replaced
 */
export function swapPage(page: Document): void {
  const old = document.getElementById(mainId);
  const next = page.getElementById(mainId);
  if (old === null || next === null) throw new Error('a page without content');
  const places = findPlaces(old);
  keepState(old, next);
  keepTarget(next);
  const [hadForm, hasForm] = [old, next].map((main) => main.querySelector('.missing') === null);
  patchNode(old, next);
  swapTabs(page);
  swapNavigation(page);
  announceMain();
  // Show the “not in this language” page from its top. After it, scroll to the anchor of the address.
  if (!hasForm) scrollTo({ top: 0, behavior: 'instant' });
  else if (!hadForm) showAnchor();
  else holdPlace(places, old);
}

/** Copies the state of folds and tabs, by the anchors that they belong to. */
export function keepState(old: HTMLElement, next: HTMLElement): void {
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

/** Updates the addresses and the current one of the language tabs. The elements stay, so that they keep the focus. */
function swapTabs(page: Document): void {
  for (const tab of document.querySelectorAll('.tabs a')) {
    const next = page.querySelector(`.tabs a[data-language="${(tab as HTMLElement).dataset['language']}"]`);
    if (next === null) throw new Error('other languages');
    patchNode(tab, next);
  }
}

/**
 * Replaces the navigation if it differs, and keeps its scroll position. The navigation of a large section never
 * differs, so its open branches stay open.
 */
function swapNavigation(page: Document): void {
  const old = document.querySelector('.navigation');
  const next = page.querySelector('.navigation');
  if (old === null || next === null) return;
  if (old.querySelector('.tree[data-file]') && next.querySelector('.tree[data-file]')) return;
  if (old.isEqualNode(next)) return;
  const { scrollTop } = old;
  old.replaceChildren(...next.childNodes);
  old.scrollTop = scrollTop;
}
