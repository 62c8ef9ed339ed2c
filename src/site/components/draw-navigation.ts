// Links of a navigation → HTML, as one string for speed: it is on every page and may have hundreds of links.

import type { NavigationView } from '../../compiler/model/index.ts';
import { escapeHtml } from '../../compiler/text/index.ts';
import { strings } from '../strings/index.ts';
import { shortVerb } from './short-verb.ts';

/** The last links and their HTML. The addresses of a page are drawn one after the other, and share their navigation. */
let last: { readonly links: readonly NavigationView[]; readonly html: string } | undefined;

/** A list of links with nested lists. Groups without an address are headings. */
export function drawNavigation(links: readonly NavigationView[]): string {
  if (last?.links !== links) last = { links, html: drawList(links) };
  return last.html;
}

function drawList(links: readonly NavigationView[]): string {
  return `<ul>${links.map(drawLink).join('')}</ul>`;
}

/** `data-at` is for `open-branches.ts`, which adds links that are not on the page. */
function drawLink(view: NavigationView): string {
  const { title, href, isCurrent, links, left, from, at, isGroup } = view;
  const place = at === undefined ? '' : ` data-at="${at}"`;
  if (left !== undefined) {
    const part = from === undefined ? '' : ` data-from="${from}" data-left="${left}"`;
    return `<li class="rest"${place}${part}><a href="${escapeHtml(href!)}">${strings.values.more(left)}</a></li>`;
  }
  const current = isCurrent ? ' aria-current="page"' : '';
  const group = isGroup ? ' class="group"' : '';
  const head =
    href === undefined
      ? `<p>${escapeHtml(title)}</p>`
      : `<a href="${escapeHtml(href)}"${current}>${drawVerb(view)}${escapeHtml(title)}</a>`;
  return `<li${group}${place}>${head}${links.length > 0 ? drawList(links) : ''}</li>`;
}

/** A method's verb, before its title. */
export function drawVerb({ verb }: Pick<NavigationView, 'verb'>): string {
  return verb === undefined
    ? ''
    : `<span class="verb ${escapeHtml(verb.toLowerCase())}">${escapeHtml(shortVerb(verb))}</span>`;
}
