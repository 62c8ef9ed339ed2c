// Adds copy buttons to code blocks, and lets the browser's search find code in hidden tabs. Without this script, tabs
// still work, and code can be selected.

import { onMain } from './on-main.ts';

/** Starts this part on the page and on each page that replaces it. */
export function serveCodeBlocks(): void {
  onMain((main) => {
    if (navigator.clipboard !== undefined) offerCopies(main);
    for (const tabs of main.querySelectorAll<HTMLElement>('.code-tabs')) hideUntilFound(tabs);
  });
}

function offerCopies(main: HTMLElement): void {
  const { copy = '', copied = '' } = document.documentElement.dataset;
  for (const button of main.querySelectorAll<HTMLButtonElement>('.code-panel .copy')) {
    button.addEventListener('click', async () => {
      const panel = button.closest('.code-panel')!;
      // In a terminal session, copy only the commands.
      const typed = panel.querySelectorAll('code kbd');
      const parts = [...(typed.length > 0 ? typed : panel.querySelectorAll('code'))];
      await navigator.clipboard.writeText(parts.map((code) => code.textContent).join('\n'));
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 1600);
    });
    button.hidden = false;
  }
}

function hideUntilFound(tabs: HTMLElement): void {
  const inputs = [...tabs.querySelectorAll<HTMLInputElement>(':scope > input')];
  const panels = [...tabs.querySelectorAll(':scope > .code-panel')];
  const update = (): void => {
    for (const [i, panel] of panels.entries()) {
      if (inputs[i]?.checked) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    }
  };
  tabs.addEventListener('change', update);
  tabs.addEventListener('beforematch', ({ target }) => {
    const panel = target instanceof Element ? target.closest('.code-panel') : null;
    const input = panel && inputs[panels.indexOf(panel)];
    if (input) input.checked = true;
    update();
  });
  update();
}
