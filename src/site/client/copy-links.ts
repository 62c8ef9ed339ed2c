// The `#` link of a property or heading: a click shows its address in the address bar, and copies it.

import { plainClick } from './links.ts';
import { announce } from './announce.ts';

export function copyLinks(): void {
  if (navigator.clipboard === undefined) return;
  document.addEventListener('click', (event) => {
    const link = plainClick(event, 'a.hash');
    if (!link) return;
    const { linkCopied = '' } = document.documentElement.dataset;
    navigator.clipboard.writeText(link.href).then(
      () => {
        link.dataset['said'] = linkCopied;
        const clearAnnouncement = announce(linkCopied);
        setTimeout(() => {
          delete link.dataset['said'];
          clearAnnouncement();
        }, 1600);
      },
      () => undefined,
    );
  });
}
