// Addresses of files, from a page with another way up to the site's top.

/**
 * The address of a file, which begins with the way up from one page, as it is from another page. Addresses of pages, which
 * end with `/` and stay in their tree, and addresses of other hosts are as they were.
 */
export function fromOtherRoot(href: string, old: string, next: string): string {
  const isFile = /^[^?#]*[^/?#](?:[?#]|$)/.test(href);
  return isFile && href.startsWith(old) ? next + href.slice(old.length) : href;
}
