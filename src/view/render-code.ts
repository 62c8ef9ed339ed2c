// Code → lines of HTML with a class per colour. No `style`: light and dark are the stylesheet's.

import type { Highlighter } from '../model/index.ts';

/** Lines as `<span class="line">`, joined by line feeds; the text content is exactly the code. */
export function renderCode(highlighter: Highlighter, code: string, grammar: string): string {
  const lines = highlighter.highlight(code, grammar);
  return lines
    .map((line) => {
      const spans = line.map(({ text, tone }) =>
        tone === undefined ? escapeHtml(text) : `<span class="t-${tone}">${escapeHtml(text)}</span>`,
      );
      return `<span class="line">${spans.join('')}</span>`;
    })
    .join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
