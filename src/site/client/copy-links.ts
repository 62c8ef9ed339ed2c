// The `#` of a property or heading: following it puts its address into the address bar; a click also copies it.

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
        const unsay = announce(linkCopied);
        setTimeout(() => {
          delete link.dataset['said'];
          unsay();
        }, 1600);
      },
      () => undefined,
    );
  });
}
