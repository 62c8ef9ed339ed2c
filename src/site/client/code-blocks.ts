// What code blocks can do with a script: be copied, and be found by a search of the page in tabs that are not shown.
// Without it the code is there all the same: it can be selected, and tabs work.

import { onMain } from './on-main.ts';

export function serveCodeBlocks(): void {
  onMain((main) => {
    if (navigator.clipboard !== undefined) addButtons(main);
    for (const tabs of main.querySelectorAll<HTMLElement>('.code-tabs')) hideUntilFound(tabs);
  });
}

function addButtons(main: HTMLElement): void {
  const { copy = '', copied = '' } = document.documentElement.dataset;
  for (const panel of main.querySelectorAll(':not(.no-copy *) > .code-panel')) {
    const parts = [...panel.querySelectorAll('code')];
    const side = panel.querySelector('.code-side');
    if (parts.length === 0 || side === null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(parts.map((code) => code.textContent).join('\n'));
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 1600);
    });
    side.append(button);
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
