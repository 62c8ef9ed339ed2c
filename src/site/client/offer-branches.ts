// The navigation of a large section, of which a page contains only the part around itself. Adds a button to each closed
// branch. `open-branches.ts`, which is loaded at the first use, opens branches in place. If it cannot be loaded, and
// without a script, the branch's own link leads to a page that shows the branch.

import { plainClick } from './links.ts';
import type { LoadScript } from './late-script.ts';
import { onMain } from './on-main.ts';

/** Event of the document that opens a branch, or the rest of a level; its `detail` is the list item. */
export const openBranch = 'stele:open-branch';

/**
 * Starts this part on the page and on each page that replaces it.
 * @param load loads `open-branches.ts`
 */
export function offerBranches(load: LoadScript): void {
  // A language switch may replace the navigation.
  onMain(() => {
    const tree = document.querySelector<HTMLElement>('.tree[data-file]');
    if (tree) addButtons(tree);
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest('.tree .opener') : null;
    const pressed = button ?? plainClick(event, '.tree [data-at]:is(.rest, .group) > a');
    if (pressed === undefined) return;
    event.preventDefault();
    const item = pressed.parentElement!;
    load().then(
      () => document.dispatchEvent(new CustomEvent(openBranch, { detail: item })),
      () => location.assign(item.querySelector('a')!.href),
    );
  });
}

/** Adds a button to each closed branch. The placeholder for the rest of a level is a link, so it needs no button. */
export function addButtons(within: HTMLElement): void {
  for (const item of within.querySelectorAll<HTMLElement>('[data-at]:not(.rest)')) {
    if (item.querySelector(':scope > .opener')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'opener';
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-label', item.firstElementChild!.textContent ?? '');
    item.firstElementChild!.after(button);
  }
}
