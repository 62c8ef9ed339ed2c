// Adds copy buttons to code blocks, and lets the browser's search find code in hidden tabs. Without this script, tabs
// still work, and code can be selected.

import { scriptStrings as strings } from '../strings/script.ts';
import { onMain } from './on-main.ts';

const copies = '.code-panel .copy';
const codeTabs = '.code-tabs';

/** Starts this part on the page and on each page that replaces it. */
export function serveCodeBlocks(): void {
  const hasClipboard = navigator.clipboard !== undefined;
  onMain((main) => {
    if (hasClipboard) for (const button of main.querySelectorAll<HTMLElement>(copies)) showButton(button);
    for (const tabs of main.querySelectorAll(codeTabs)) hideUntilFound(tabs);
  });
  document.addEventListener('click', ({ target }) => {
    const button = closest(target, copies);
    if (button && hasClipboard) void copy(button);
  });
  document.addEventListener('change', ({ target }) => {
    const tabs = closest(target, codeTabs);
    if (tabs) hideUntilFound(tabs);
  });
  document.addEventListener('beforematch', ({ target }) => {
    const [panel, tabs] = [closest(target, '.code-panel'), closest(target, codeTabs)];
    if (!tabs) return;
    for (const [input, other] of panelsOf(tabs)) if (other === panel) input.checked = true;
    hideUntilFound(tabs);
  });
}

/** Shows a button. Screen readers announce when its word changes. */
function showButton(button: HTMLElement): void {
  button.hidden = false;
  button.ariaLive = 'polite';
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

async function copy(button: HTMLElement): Promise<void> {
  const panel = button.closest('.code-panel')!;
  // In a terminal session, copy only the commands.
  const typed = panel.querySelectorAll('code kbd');
  const parts = [...(typed.length > 0 ? typed : panel.querySelectorAll('code'))];
  await navigator.clipboard.writeText(parts.map((code) => code.textContent).join('\n'));
  button.textContent = strings.copied;
  setTimeout(() => (button.textContent = strings.copy), 1600);
}

/** Hides the panels that are not chosen, but lets the browser's search find them. */
function hideUntilFound(tabs: Element): void {
  for (const [input, panel] of panelsOf(tabs)) {
    if (input.checked) panel.removeAttribute('hidden');
    else if (!panel.hasAttribute('hidden')) panel.setAttribute('hidden', 'until-found');
  }
}

function panelsOf(tabs: Element): readonly (readonly [HTMLInputElement, Element])[] {
  const panels = tabs.querySelectorAll(':scope > .code-panel');
  return [...tabs.querySelectorAll<HTMLInputElement>(':scope > input')].flatMap((input, i) =>
    panels[i] ? [[input, panels[i]] as const] : [],
  );
}
