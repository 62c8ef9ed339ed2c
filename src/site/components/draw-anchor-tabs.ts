// The language tabs of one anchor → HTML that only browsers without scripts take as such: links that keep the anchor,
// which no link that all anchors share can do. Where the address names the anchor they take the tabs' place (`frame.css`).

import type { PageView } from '../../model/index.ts';
import { escape } from './draw-navigation.ts';

/** What of a page its anchors need. */
export type AnchorPage = Pick<PageView, 'tabs' | 'kind'>;

/**
 * To be written as the first child of the anchor's element, or right behind it.
 * @returns nothing where there is no other language to go to
 */
export function drawAnchorTabs({ tabs, kind }: AnchorPage, anchor: string): string {
  if (tabs.length < 2) return '';
  const hash = `#${escape(encodeURI(anchor))}`;
  const links = tabs.map(({ label, href, isCurrent, isAvailable }) => {
    const current = isCurrent ? ' aria-current="true"' : '';
    const absent = kind === 'reference' && !isAvailable ? ' class="absent"' : '';
    return `<a href="${escape(href)}${hash}"${current}${absent}>${escape(label)}</a>`;
  });
  return `<noscript class="tabs at-anchor">${links.join('')}</noscript>`;
}
