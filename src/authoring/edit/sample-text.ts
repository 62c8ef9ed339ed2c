// A language → the least file that its compiler or interpreter reads without complaint, with a comment that says what
// to write.

import type { Language } from '../../compiler/model/index.ts';

const hashes: ReadonlySet<string> = new Set([
  '.sh',
  '.bash',
  '.py',
  '.rb',
  '.pl',
  '.r',
  '.ex',
  '.exs',
  '.jl',
  '.ps1',
  '.yaml',
  '.yml',
  '.toml',
]);
const dashes: ReadonlySet<string> = new Set(['.sql', '.lua', '.hs', '.elm']);

/** Text of a new sample. What stands in front of the comment is what the language cannot do without. */
export function sampleText({ label, extensions }: Language, what: string): string {
  const extension = extensions[0]!;
  const words = `Show ${what} in ${label} here.`;
  if (extension === '.go') return `package main\n\n// ${words}\n`;
  if (extension === '.php') return `<?php\n\n// ${words}\n`;
  return `${hashes.has(extension) ? '#' : dashes.has(extension) ? '--' : '//'} ${words}\n`;
}
