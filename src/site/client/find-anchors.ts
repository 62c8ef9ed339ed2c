// If the page has no element with the anchor of the address (it was renamed, or the address was cut off), scrolls to
// the nearest parent: for `connection.domains.name`, to `connection.domains`, else to `connection`. Also removes the
// mark that a language switch sets on the target (`swap-page.ts`) when the anchor changes.

import { anchorOf } from './hold-place.ts';

export function findAnchors(): void {
  const find = (): void => {
    let anchor = anchorOf(location.hash);
    if (anchor === '' || document.getElementById(anchor)) return;
    // Anchors are in Unicode's composed form (NFC). An address from elsewhere may be in another form.
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
