// Relative addresses of files, from a page at another depth.

/**
 * Changes the relative address of a file so that it is right on another page.
 * @param href an address on the old page
 * @param old the path from the old page to the site's top, as in `data-root`
 * @param next the same path from the new page
 * @returns addresses of pages, which end with `/` and are relative to the language's tree, and of other hosts unchanged
 */
export function fromOtherRoot(href: string, old: string, next: string): string {
  const isFile = /^[^?#]*[^/?#](?:[?#]|$)/.test(href);
  return isFile && href.startsWith(old) ? next + href.slice(old.length) : href;
}
