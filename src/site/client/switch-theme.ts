// The theme switch: light or dark. If the reader chooses the system's theme, nothing is stored, so that the page
// follows the system again. Other open browser tabs change too.

import { scriptStrings as strings } from '../strings/script.ts';
import { remember, storageKey } from './storage.ts';

type Theme = 'light' | 'dark';

export function switchTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme');
  if (button === null) return;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const { dataset } = document.documentElement;
  const own = (): Theme => (system.matches ? 'dark' : 'light');
  const current = (): Theme => (dataset['theme'] === 'dark' || dataset['theme'] === 'light' ? dataset['theme'] : own());
  const show = (theme: string | null | undefined): void => {
    if (theme) dataset['theme'] = theme;
    else delete dataset['theme'];
    button.setAttribute('aria-pressed', String(current() === 'dark'));
  };
  button.addEventListener('click', () => {
    const wanted: Theme = current() === 'dark' ? 'light' : 'dark';
    const kept = wanted === own() ? undefined : wanted;
    remember('theme', kept);
    show(kept);
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey('theme')) show(newValue);
  });
  system.addEventListener('change', () => show(dataset['theme']));
  show(dataset['theme']);
  button.title = strings.darkTheme;
  button.hidden = false;
}
