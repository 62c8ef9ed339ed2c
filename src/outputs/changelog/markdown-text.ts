// Texts of content and names of tags as Markdown: they are data, and cannot become markup.

import { escapeControls } from '../../compiler/diagnostics/index.ts';

/** Plain words: no markup, no HTML, no link, no annotation of a heading. */
export function plain(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$:@"'^=-]/g, '\\$&')
    .replace(/\bwww\./gi, 'www\\.');
}

/** Inline code with any content. */
export function code(text: string): string {
  const line = onOneLine(text);
  if (line === '') return 'an empty text';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** Characters that nobody sees are written as `\u{…}`: they would be findings. */
function onOneLine(text: string): string {
  return escapeControls(text.replace(/\s+/g, ' ').trim());
}
