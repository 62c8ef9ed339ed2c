// On paper a link is its address: whole, since a relative one says nothing there. Links to other sites have theirs
// written out by the stylesheet; this adds those of this site.

export function printLinks(): void {
  addEventListener('beforeprint', () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      const isHere = link.getAttribute('href')?.startsWith('#') ?? false;
      if (!isHere && link.origin === location.origin) link.dataset['address'] = link.href;
    }
  });
}
