// The target of a redirect.

/**
 * Returns the absolute address to which an old address redirects.
 * @param target the new address, relative to `from`
 * @param from the old address with its query and hash; its hash replaces that of the target
 */
export function movedTo(target: string, from: string): string {
  const [to, at] = [new URL(target, from), new URL(from)];
  to.search = [to.search.slice(1), at.search.slice(1)].filter((part) => part !== '').join('&');
  if (at.hash !== '') to.hash = at.hash;
  return to.href;
}
