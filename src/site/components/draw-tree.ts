// Links of a navigation → HTML, as one string for speed: it is on every page and may have hundreds of links. The same
// links give the same bytes wherever this runs: builds also replace trees of drawn pages.

import type { NavigationView } from '../../compiler/model/index.ts';
import { escapeHtml } from '../../compiler/text/index.ts';
import { shortVerb } from './short-verb.ts';

/**
 * Draws a list of links with nested lists. Groups without an address are headings.
 * @param more words for a number of links that are left out
 */
export function drawTree(links: readonly NavigationView[], more: (left: number) => string): string {
  return `<ul>${links.map((link) => drawLink(link, more)).join('')}</ul>`;
}

/** `data-at` is for `open-branches.ts`, which adds links that are not on the page. */
function drawLink(view: NavigationView, more: (left: number) => string): string {
  const { title, href, isCurrent, links, left, from, at, isGroup } = view;
  const place = at === undefined ? '' : ` data-at="${at}"`;
  if (left !== undefined) {
    const part = from === undefined ? '' : ` data-from="${from}" data-left="${left}"`;
    return `<li class="rest"${place}${part}><a href="${escapeHtml(href!)}">${more(left)}</a></li>`;
  }
  const current = isCurrent ? ' aria-current="page"' : '';
  const group = isGroup ? ' class="group"' : '';
  const head =
    href === undefined
      ? `<p>${escapeHtml(title)}</p>`
      : `<a href="${escapeHtml(href)}"${current}>${drawVerb(view)}${escapeHtml(title)}</a>`;
  return `<li${group}${place}>${head}${links.length > 0 ? drawTree(links, more) : ''}</li>`;
}

/** A method's verb, before its title. The space is not drawn; it parts the two where the text is read. */
export function drawVerb({ verb }: Pick<NavigationView, 'verb'>): string {
  return verb === undefined
    ? ''
    : `<span class="verb ${escapeHtml(verb.toLowerCase())}">${escapeHtml(shortVerb(verb))} </span>`;
}
