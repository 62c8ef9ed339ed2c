// The eight languages that need no configuration, with what a site may override (format.md 1, 6 and 8).

import type { Language } from '../model/index.ts';

/** In the order of a site without `site.yaml`. */
export const builtInLanguages: readonly Language[] = [
  { id: 'curl', label: 'cURL', extensions: ['.sh'], grammar: 'shellscript' },
  { id: 'js', label: 'JavaScript', extensions: ['.js', '.ts'], grammar: 'typescript' },
  { id: 'python', label: 'Python', extensions: ['.py'], grammar: 'python' },
  { id: 'ruby', label: 'Ruby', extensions: ['.rb'], grammar: 'ruby' },
  { id: 'go', label: 'Go', extensions: ['.go'], grammar: 'go' },
  { id: 'php', label: 'PHP', extensions: ['.php'], grammar: 'php' },
  { id: 'java', label: 'Java', extensions: ['.java'], grammar: 'java' },
  { id: 'dotnet', label: '.NET', extensions: ['.cs'], grammar: 'csharp' },
];

/** Wire objects without a form in an SDK; shown in every language that has none of its own. */
export const wireLanguage = 'json';
