// The `#` link of a property or heading: a click shows its address in the address bar, and copies it.

import { scriptStrings as strings } from '../strings/script.ts';
import { plainClick } from './links.ts';
import { announce } from './announce.ts';

export function copyLinks(): void {
  if (navigator.clipboard === undefined) return;
  document.addEventListener('click', (event) => {
    const link = plainClick(event, 'a.hash');
    if (!link) return;
    navigator.clipboard.writeText(link.href).then(
      () => {
        link.dataset['said'] = strings.linkCopied;
        const clearAnnouncement = announce(strings.linkCopied);
        setTimeout(() => {
          delete link.dataset['said'];
          clearAnnouncement();
        }, 1600);
      },
      () => undefined,
    );
  });
}
