// Replaces the parts of this page's head by those of another page's document, and the addresses that depend on the
// page's own address.

import { fromOtherRoot } from './from-other-root.ts';

/** Elements of a head that differ by page: not scripts, and not the files that every page uses. */
const headParts =
  ':is(title, meta, link, script)' +
  ':not(script:not([type="application/ld+json"]), [rel~=stylesheet], [rel*=icon], [rel=preload])';

/** Replaces only parts that differ. If `color-scheme` were removed and added again, the whole page would restyle. */
export function swapHead(page: Document): void {
  const old = [...document.head.querySelectorAll(headParts)];
  const next = [...page.head.querySelectorAll(headParts)];
  for (const part of old) if (!next.some((other) => other.isEqualNode(part))) part.remove();
  document.head.append(...next.filter((part) => !old.some((other) => other.isEqualNode(part))));
  moveFileLinks(page);
  swapAttributes(page);
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

/** Takes over the attributes of <html> that scripts read. Keeps the theme, which a script set. */
function swapAttributes(page: Document): void {
  const [old, next] = [document.documentElement.dataset, page.documentElement.dataset];
  for (const name of Object.keys(old)) if (name !== 'theme' && next[name] === undefined) delete old[name];
  Object.assign(old, next);
}
