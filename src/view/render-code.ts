// Coloured lines → HTML with a class per colour. No `style`: light and dark are the stylesheet's.

import type { CodeToken } from '../model/index.ts';
import type { CodeMark } from '../source/index.ts';

/** A token, with the address that it leads to, if any. */
export interface CodePiece extends CodeToken {
  readonly href?: string;
}

/** What a line is, beside its text. */
export interface CodeLine {
  readonly pieces: readonly CodePiece[];
  readonly marks?: ReadonlySet<CodeMark>;
}

/**
 * Lines joined by line feeds; the text content is exactly the code.
 * @param areElements whether each line is an element of its own: marks and numbers need it, other code does without
 */
export function renderCode(lines: readonly CodeLine[], areElements: boolean): string {
  return lines
    .map(({ pieces, marks }) => {
      const html = pieces.map(renderPiece).join('');
      return areElements ? wrapLine(html, marks) : html;
    })
    .join('\n');
}

function renderPiece({ text, tone, href }: CodePiece): string {
  const inner = escapeHtml(text);
  const kind = tone === undefined ? '' : ` class="t-${tone}"`;
  if (href !== undefined) return `<a${kind} href="${escapeAttribute(href)}">${inner}</a>`;
  return tone === undefined ? inner : `<span${kind}>${inner}</span>`;
}

/** Lines that come, go or matter are elements that say so. */
function wrapLine(html: string, marks: ReadonlySet<CodeMark> = new Set()): string {
  const name = marks.has('++') ? 'ins' : marks.has('--') ? 'del' : marks.has('highlight') ? 'mark' : 'span';
  return `<${name} class="line${marks.has('focus') ? ' in-focus' : ''}">${html}</${name}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/"/g, '&quot;');
}
