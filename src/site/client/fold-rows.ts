// The button that opens or closes all nested rows of a page. The choice is stored, and `before-paint.ts` applies it to
// the next page.

import { scriptStrings as strings } from '../strings/script.ts';
import { onMain } from './on-main.ts';
import { remember } from './storage.ts';

const folds = '.rows > li > details';

export function foldRows(): void {
  onMain(show);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('.fold-all') : null;
    if (!button) return;
    const open = !areOpen();
    const { top } = button.getBoundingClientRect();
    for (const row of rows()) row.open = open;
    scrollBy(0, button.getBoundingClientRect().top - top);
    remember('rows', open ? 'open' : 'closed');
    show();
  });
  // `toggle` does not bubble.
  document.addEventListener('toggle', show, true);
}

/** Shows the buttons, with what they do next. */
function show(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('main .fold-all');
  if (buttons.length === 0) return;
  const label = areOpen() ? strings.closeAll : strings.openAll;
  for (const button of buttons) {
    if (button.textContent !== label) button.textContent = label;
    button.hidden = false;
  }
}

function rows(): readonly HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(`main ${folds}`)];
}

function areOpen(): boolean {
  return rows().every(({ open }) => open);
}
