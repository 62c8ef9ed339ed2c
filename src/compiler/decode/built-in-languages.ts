// The eight languages that need no configuration, with what a site may override (format.md 8.2).

import type { Language } from '../model/index.ts';

/** In the order of a site without `site.yaml`. */
export const builtInLanguages: readonly Language[] = [
  { id: 'curl', label: 'cURL', extensions: ['.sh'], grammar: 'shellscript', casing: ['snake'] },
  { id: 'js', label: 'JavaScript', extensions: ['.js', '.ts'], grammar: 'typescript', casing: ['camel', 'pascal'] },
  { id: 'python', label: 'Python', extensions: ['.py'], grammar: 'python', casing: ['snake', 'pascal'] },
  { id: 'ruby', label: 'Ruby', extensions: ['.rb'], grammar: 'ruby', casing: ['snake', 'pascal'] },
  { id: 'go', label: 'Go', extensions: ['.go'], grammar: 'go', casing: ['pascal', 'camel'] },
  { id: 'php', label: 'PHP', extensions: ['.php'], grammar: 'php', casing: ['camel', 'snake', 'pascal'] },
  { id: 'java', label: 'Java', extensions: ['.java'], grammar: 'java', casing: ['camel', 'pascal'] },
  { id: 'dotnet', label: '.NET', extensions: ['.cs'], grammar: 'csharp', casing: ['pascal', 'camel'] },
];

/** Wire objects without a form in an SDK; shown in every language that has none of its own. */
export const wireLanguage = 'json';
