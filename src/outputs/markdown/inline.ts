// Text, code and links → inline Markdown that no content can break out of.

import { cleanText } from './twin-places.ts';
import { writeWords } from './write-tree.ts';

/** Code in back quotes: as many as the code needs. */
export function codeSpan(code: string): string {
  const text = cleanText(code).replace(/[\r\n]+/g, ' ');
  if (text === '') return '';
  if (!text.includes('`') && !/^ | $/.test(text)) return `\`${text}\``;
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // CommonMark removes one space at both ends, unless all is spaces.
  const pad = /^`|`$|^ .* $/.test(text) && /[^ ]/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Escapes a text, on one line. */
export function plainWords(text: string): string {
  return writeWords(
    cleanText(text)
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim(),
  );
}

/**
 * A link.
 * @param label Markdown
 */
export function link(label: string, href: string): string {
  return label === '' ? '' : `[${label}](${escapeTarget(href)})`;
}

function escapeTarget(href: string): string {
  const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return href.replace(/[\u0000- "()<>\\^`{|}\u007f]/g, escape).replaceAll('&', '&amp;') || './';
}

/** Code as a fence that the code cannot close. */
export function codeFence(code: string, language: string): string {
  const longest = (code.match(/^[ \t]*`{3,}/gm) ?? []).reduce((most, run) => Math.max(most, run.trim().length), 2);
  const fence = '`'.repeat(longest + 1);
  const info = language.replace(/[^\w+#.-]/g, '');
  return `${fence}${info}\n${cleanText(code)}\n${fence}`;
}
