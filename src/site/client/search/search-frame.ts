// The elements of the search dialog: an input with a list of options (a combobox in ARIA), two filters, and a status
// line with the number of results.

import { searchStrings as strings } from '../../strings/search.ts';
import { element, icon } from './element.ts';
import { isSlashOn, turnSlash } from './slash-key.ts';

export interface SearchFrame {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly language: HTMLSelectElement;
  readonly section: HTMLSelectElement;
  readonly filters: HTMLElement;
  readonly forget: HTMLButtonElement;
  readonly status: HTMLElement;
  /** Shows a message in place of results. */
  readonly message: HTMLElement;
  readonly list: HTMLElement;
}

const listId = '-search-list';

export function makeFrame(): SearchFrame {
  const input = element('input', {
    type: 'search',
    role: 'combobox',
    'aria-label': strings.title,
    'aria-controls': listId,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    placeholder: strings.placeholder,
    autocomplete: 'off',
    dir: 'auto',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
  });
  const language = element('select', { 'aria-label': strings.language });
  const section = element('select', { 'aria-label': strings.section });
  const status = element('p', { role: 'status', class: 'status' });
  const forget = element('button', { type: 'button', class: 'quiet', hidden: '' }, strings.forget);
  const filters = element('div', { class: 'filters' }, language, section, status, forget);
  const message = element('div', { class: 'message' });
  const list = element('div', { id: listId, role: 'listbox', 'aria-label': strings.title, class: 'results' });
  const close = element(
    'button',
    { type: 'button', class: 'close', 'aria-label': strings.close },
    icon('m4 4 8 8m0-8-8 8'),
  );
  const head = element(
    'div',
    { class: 'head' },
    icon('M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0m8 3.5 3.5 3.5'),
    input,
    close,
  );
  const body = element('div', { class: 'body' }, message, list);
  const dialog = element('dialog', { class: 'search', 'aria-label': strings.title }, head, filters, body, drawKeys());
  close.addEventListener('click', () => dialog.close());
  return { dialog, input, language, section, filters, forget, status, message, list };
}

/** Hints on keys, and the checkbox that turns the shortcut `/` on or off. */
function drawKeys(): HTMLElement {
  const { choose, open, close } = strings.keys;
  const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
    [['↑', '↓'], choose],
    [['↵'], open],
    [['Esc'], close],
  ];
  const hints = keys.map(([names, does]) =>
    element('span', { 'aria-hidden': 'true' }, ...names.map(drawKey), ` ${does}`),
  );
  const slash = element('input', { type: 'checkbox' });
  slash.checked = isSlashOn();
  slash.addEventListener('change', () => turnSlash(slash.checked));
  return element('div', { class: 'keys' }, ...hints, element('label', {}, slash, drawKey('/'), ` ${strings.slash}`));
}

function drawKey(name: string): HTMLElement {
  return element('kbd', {}, name);
}

/** Fills a filter. Selects `chosen` if it is one of the options, else the first option. */
export function fillSelect(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
): void {
  select.replaceChildren(...options.map(([value, label]) => element('option', { value }, label)));
  select.value = options.some(([value]) => value === chosen) ? chosen : (options[0]?.[0] ?? '');
}
