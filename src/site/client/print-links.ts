// Prints the absolute addresses of links. The stylesheet prints the addresses of links to other sites; this script adds
// those of links within this site, whose addresses are relative.

/** Sets the attribute `data-address`, which the stylesheet prints. */
export function printLinks(): void {
  addEventListener('beforeprint', () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      const isHere = link.getAttribute('href')?.startsWith('#') ?? false;
      if (!isHere && link.origin === location.origin) link.dataset['address'] = link.href;
    }
  });
}
