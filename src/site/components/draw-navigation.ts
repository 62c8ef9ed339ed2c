// Links of a navigation → HTML, as one string: it stands on every page and may hold hundreds of links.

import type { NavigationView } from '../../compiler/model/index.ts';
import { strings } from '../strings/index.ts';
import { shortVerb } from './short-verb.ts';

/** A list of links with the lists below them. Groups without an address are headings. */
export function drawNavigation(links: readonly NavigationView[]): string {
  return `<ul>${links.map(drawLink).join('')}</ul>`;
}

/** `data-at` is for `open-branches.ts`, which puts links in place that a page does not carry. */
function drawLink(view: NavigationView): string {
  const { title, href, isCurrent, links, left, from, at, isGroup } = view;
  const place = at === undefined ? '' : ` data-at="${at}"`;
  if (left !== undefined) {
    const part = from === undefined ? '' : ` data-from="${from}" data-left="${left}"`;
    return `<li class="rest"${place}${part}><a href="${escape(href!)}">${strings.values.more(left)}</a></li>`;
  }
  const current = isCurrent ? ' aria-current="page"' : '';
  const group = isGroup ? ' class="group"' : '';
  const head =
    href === undefined
      ? `<p>${escape(title)}</p>`
      : `<a href="${escape(href)}"${current}>${drawVerb(view)}${escape(title)}</a>`;
  return `<li${group}${place}>${head}${links.length > 0 ? drawNavigation(links) : ''}</li>`;
}

/** A method's verb, in front of its title. */
export function drawVerb({ verb }: Pick<NavigationView, 'verb'>): string {
  return verb === undefined ? '' : `<span class="verb ${escape(verb.toLowerCase())}">${escape(shortVerb(verb))}</span>`;
}

/** Text as part of HTML, in an element or a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
