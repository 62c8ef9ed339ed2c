// The navigation of a large section, of which a page carries only the part around itself: gives closed branches a button.
// `open-branches.ts`, loaded at the first use, opens them in place. Where it cannot be had, and without a script, a branch's
// own link leads to a page that shows it.

import { plainClick } from './links.ts';
import { lateScript } from './late-script.ts';
import { onMain } from './on-main.ts';

/** Event of the document that opens a branch, or what stands for the rest of a level; its `detail` is the list item. */
export const openBranch = 'stele:open-branch';

export function offerBranches(): void {
  const load = lateScript('openBranches');
  // After a switch of the language the navigation may be a new one.
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

/** A branch that is closed gets a button; what stands for the rest of a level is a link already. */
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
