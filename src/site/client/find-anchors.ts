// An address whose anchor the page does not have (it was renamed, or cut off on its way) leads to the nearest thing
// around it: of `connection.domains.name`, `connection.domains`, else `connection`. The element that the
// address named at a switch of the language is no longer marked when the address names another.

import { anchorOf } from './hold-place.ts';

export function findAnchors(): void {
  const find = (): void => {
    let anchor = anchorOf(location.hash);
    if (anchor === '' || document.getElementById(anchor)) return;
    // Anchors are composed (NFC); an address that was typed or copied elsewhere may not be.
    for (
      anchor = anchor.normalize('NFC');
      anchor !== '';
      anchor = anchor.slice(0, Math.max(anchor.lastIndexOf('.'), 0))
    ) {
      const around = document.getElementById(anchor);
      if (around) return around.scrollIntoView();
    }
  };
  addEventListener('hashchange', () => {
    document.querySelector('.is-target')?.classList.remove('is-target');
    find();
  });
  find();
}
