// Changes this page so that it equals a newer form of itself. What a reader has opened, chosen and scrolled to stays.

import { findPlaces, holdPlace } from '../hold-place.ts';
import { announceMain, mainId } from '../on-main.ts';
import { patchNode } from '../patch-node.ts';
import { swapHead } from '../swap-head.ts';
import { keepState } from '../swap-page.ts';

/** Parts of a page beside its content. A page has each at most once. */
const regions = ['.skip', '.site-header', '.tabs', '.navigation'];

/**
 * Changes the page.
 * @param before the page as the server sent it last; regions that are equal in it are not touched
 * @returns why the page cannot be changed in place; undefined if it was changed
 */
export function showUpdate(page: Document, before: Document | undefined): string | undefined {
  if (scriptsOf(page) !== scriptsOf(document)) return 'The scripts of the pages have changed.';
  const [main, next] = [document, page].map((each) => each.getElementById(mainId));
  if (!main || !next) return 'The page has no content that can be changed in place.';
  for (const region of regions) {
    if ((document.querySelector(region) === null) !== (page.querySelector(region) === null))
      return 'The frame of the page has changed.';
  }
  for (const region of regions) updateRegion(region, page, before);
  document.querySelector('.frame')!.className = page.querySelector('.frame')!.className;
  if (!before?.getElementById(mainId)?.isEqualNode(next)) updateMain(main, next.cloneNode(true) as HTMLElement);
  swapStyles(page);
  swapHead(page);
  return undefined;
}

function updateMain(main: HTMLElement, next: HTMLElement): void {
  const places = findPlaces(main);
  keepState(main, next);
  patchNode(main, next);
  announceMain();
  holdPlace(places, main);
}

/** Changes a region. Branches of the navigation that the reader opened stay open, and its scroll position stays. */
function updateRegion(selector: string, page: Document, before: Document | undefined): void {
  const [old, next] = [document.querySelector(selector), page.querySelector(selector)];
  if (!old || !next || before?.querySelector(selector)?.isEqualNode(next)) return;
  const { scrollTop } = old;
  const copy = next.cloneNode(true) as Element;
  const open = new Set([...old.querySelectorAll('details[open]')].map(nameOf));
  for (const branch of copy.querySelectorAll('details')) branch.open ||= open.has(nameOf(branch));
  if (selector === '.navigation') old.replaceChildren(...copy.childNodes);
  else patchNode(old, copy);
  old.scrollTop = scrollTop;
}

/** The text of the line that opens a branch. */
function nameOf(branch: Element): string {
  return branch.querySelector('summary')?.textContent ?? '';
}

/** Takes over style sheets. The old one stays until the new one is loaded, so that the page never lacks styles. */
function swapStyles(page: Document): void {
  // Style sheets that scripts add come after that of the page.
  const [old, next] = [document, page].map(({ head }) => head.querySelector<HTMLLinkElement>('link[rel=stylesheet]'));
  if (!old || !next || fileName(old.href) === fileName(next.href)) return;
  const added = document.importNode(next);
  added.addEventListener('load', () => old.remove(), { once: true });
  old.after(added);
}

/** The names of a page's scripts. A name contains a hash of the content. */
function scriptsOf(page: Document): string {
  return [...page.querySelectorAll('script[src]')].map((script) => fileName(script.getAttribute('src')!)).join('\n');
}

function fileName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
