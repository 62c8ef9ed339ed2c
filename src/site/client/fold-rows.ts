// The button that opens or closes all nested rows of a page. The choice is stored, and `before-paint.ts` applies it to
// the next page.

import { onMain } from './on-main.ts';
import { remember } from './storage.ts';

const folds = '.rows > li > details';

export function foldRows(): void {
  onMain((main) => {
    const buttons = [...main.querySelectorAll<HTMLButtonElement>('.fold-all')];
    const rows = (): HTMLDetailsElement[] => [...main.querySelectorAll<HTMLDetailsElement>(folds)];
    const show = (): void => {
      const isOpen = rows().every(({ open }) => open);
      for (const button of buttons) {
        button.textContent = (isOpen ? button.dataset['close'] : button.dataset['open']) ?? '';
        button.hidden = false;
      }
    };
    for (const button of buttons) {
      button.addEventListener('click', () => {
        const open = !rows().every((row) => row.open);
        const { top } = button.getBoundingClientRect();
        for (const row of rows()) row.open = open;
        scrollBy(0, button.getBoundingClientRect().top - top);
        remember('rows', open ? 'open' : 'closed');
        show();
      });
    }
    if (buttons.length === 0) return;
    // `toggle` does not bubble.
    main.addEventListener('toggle', show, true);
    show();
  });
}
