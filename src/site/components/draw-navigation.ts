// Links of a navigation → HTML, as one string: it stands on every page and may hold hundreds of links.

import type { NavigationView } from '../../model/index.ts';

/** A list of links with the lists below them. Groups without an address are headings. */
export function drawNavigation(links: readonly NavigationView[]): string {
  return `<ul>${links.map(drawLink).join('')}</ul>`;
}

function drawLink({ title, href, isCurrent, verb, links }: NavigationView): string {
  const mark = verb === undefined ? '' : `<span class="verb ${verb.toLowerCase()}">${shortVerb(verb)}</span>`;
  const current = isCurrent ? ' aria-current="page"' : '';
  const label = `${mark}<span>${escape(title)}</span>`;
  const head = href === undefined ? `<p>${escape(title)}</p>` : `<a href="${escape(href)}"${current}>${label}</a>`;
  return `<li>${head}${links.length > 0 ? drawNavigation(links) : ''}</li>`;
}

/** Verbs take one column: the long ones are cut as everybody cuts them. */
function shortVerb(verb: string): string {
  return verb === 'DELETE' ? 'DEL' : verb === 'OPTIONS' ? 'OPT' : verb;
}

/** Text as part of HTML, in an element or a quoted attribute. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
