// Where a reader goes on to from an old address.

/**
 * @param target as the page names it, relative to where the reader is
 * @param from the whole address that the reader came to; its hash goes before one of the target
 */
export function movedTo(target: string, from: string): string {
  const [to, at] = [new URL(target, from), new URL(from)];
  to.search = [to.search.slice(1), at.search.slice(1)].filter((part) => part !== '').join('&');
  if (at.hash !== '') to.hash = at.hash;
  return to.href;
}
