// What code blocks can do with a script: be copied, and be found by a search of the page in tabs that are not shown.
// Without it the code is there all the same: it can be selected, and tabs work.

import { onMain } from './on-main.ts';

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
      // Of a session, what is typed at its prompts.
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
