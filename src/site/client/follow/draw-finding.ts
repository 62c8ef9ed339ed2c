// One finding as an element of the overlay: severity, code, message, lines of the file, hint, and a link to the editor.

import type { FindingView } from '../../../compiler/model/index.ts';

/** Draws a finding as a list item. */
export function drawFinding({ severity, code, message, hint, place, frame, editor }: FindingView): HTMLElement {
  const item = element('li', {});
  const head = element('p', { className: 'kind' });
  head.append(
    element('b', { className: severity, textContent: severity }),
    ' ',
    element('span', { textContent: code }),
  );
  item.append(head, element('p', { className: 'message', textContent: message }));
  if (editor === undefined) item.append(element('p', { className: 'place', textContent: place }));
  else {
    const link = element('a', { href: editor, textContent: place, title: 'Open in the editor' });
    const line = element('p', { className: 'place' });
    line.append(link);
    item.append(line);
  }
  if (frame !== undefined) {
    const lines = element('pre', { textContent: frame, tabIndex: 0 });
    lines.setAttribute('role', 'group');
    lines.setAttribute('aria-label', 'Lines of the file');
    item.append(lines);
  }
  if (hint !== undefined) item.append(element('p', { className: 'hint', textContent: hint }));
  return item;
}

/** Makes an element with properties. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
