// The findings of the site over a page: a button with their number, and a panel that lists them. The panel opens by
// itself for new errors and warnings. It is closed by its button or Escape, and disappears when all is fixed.

import type { ChangeMessage, FindingView } from '../../../compiler/model/index.ts';
import { drawFinding, element } from './draw-finding.ts';
import { layer } from './layer.ts';

const panelId = 'panel';

let box: HTMLElement | undefined;
/** The findings of the last message. */
let known: ReadonlySet<string> | undefined;
let isOpen = false;

/** Shows the findings of a message in place of the last ones. */
export function showFindings({ findings, counted }: ChangeMessage): void {
  const keys = new Set(findings.map((finding) => JSON.stringify(finding)));
  if (known !== undefined && isSame(keys, known)) return;
  if (findings.some((finding) => isUrgent(finding))) isOpen = true;
  known = keys;
  if (findings.length === 0) {
    isOpen = false;
    box?.remove();
    box = undefined;
    return;
  }
  const hadFocus = box !== undefined && layer().activeElement !== null;
  const next = drawBox(findings, counted);
  if (box === undefined) layer().append(next);
  else box.replaceWith(next);
  box = next;
  setOpen(isOpen);
  if (hadFocus) box.querySelector('button')!.focus();
}

/** Whether a finding opens the panel: a new error or warning, but on a page just loaded only an error in its file. */
function isUrgent(finding: FindingView): boolean {
  if (known === undefined) return finding.isHere && finding.severity === 'error';
  return finding.severity !== 'advice' && !known.has(JSON.stringify(finding));
}

function drawBox(findings: readonly FindingView[], counted: string): HTMLElement {
  const worst = (['error', 'warning'] as const).find((each) => findings.some(({ severity }) => severity === each));
  const button = element('button', { type: 'button', className: `count ${worst ?? 'advice'}`, textContent: counted });
  button.setAttribute('aria-controls', panelId);
  button.addEventListener('click', () => setOpen(!isOpen));
  const close = element('button', { type: 'button', className: 'close', textContent: '×' });
  close.setAttribute('aria-label', 'Close the findings');
  close.addEventListener('click', () => {
    setOpen(false);
    button.focus();
  });
  const list = element('ol', {});
  list.append(...findings.map(drawFinding));
  const head = element('header', {});
  head.append(element('h2', { textContent: counted }), close);
  const panel = element('div', { id: panelId, className: 'panel' });
  panel.append(head, list);
  const made = element('section', { lang: 'en', dir: 'ltr', className: 'findings' });
  made.setAttribute('aria-label', 'Findings of stele dev');
  // Screen readers announce the new number.
  const status = element('p', { className: 'sr-only', role: 'status' });
  setTimeout(() => (status.textContent = counted), 100);
  made.append(button, panel, status);
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.focus();
  });
  return made;
}

function setOpen(open: boolean): void {
  isOpen = open;
  const [button, panel] = [box!.querySelector('.count')!, box!.querySelector<HTMLElement>('.panel')!];
  button.setAttribute('aria-expanded', String(open));
  panel.hidden = !open;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key));
}
