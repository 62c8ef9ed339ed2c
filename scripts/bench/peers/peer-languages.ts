// How the peers name and highlight the eight languages.

import type { LanguageId } from '../language-forms.ts';

/** Label of a tab, and the name of the grammar, which is the same in Chroma (Hugo) and Shiki (Starlight). */
export const peerLanguages: Readonly<Record<LanguageId, { readonly label: string; readonly grammar: string }>> = {
  curl: { label: 'curl', grammar: 'bash' },
  js: { label: 'JavaScript', grammar: 'javascript' },
  python: { label: 'Python', grammar: 'python' },
  ruby: { label: 'Ruby', grammar: 'ruby' },
  go: { label: 'Go', grammar: 'go' },
  php: { label: 'PHP', grammar: 'php' },
  java: { label: 'Java', grammar: 'java' },
  dotnet: { label: '.NET', grammar: 'csharp' },
};
