// Coloured lines → HTML with a class per colour. No `style`: light and dark are the stylesheet's.

import type { CodeToken } from '../../../compiler/model/index.ts';
import type { CodeMark, SessionLine } from '../../../compiler/source/index.ts';

/** A token, with the address that it leads to, if any. */
export interface CodePiece extends CodeToken {
  readonly href?: string | undefined;
}

/** What a line is, beside its text. */
export interface CodeLine {
  readonly pieces: readonly CodePiece[];
  readonly marks?: ReadonlySet<CodeMark> | undefined;
  /** What the line of a session is. What is typed is copied, so that it is an element of its own, also where it is empty. */
  readonly kind?: SessionLine['kind'];
  /** What stands before what is typed. */
  readonly prompt?: string;
  /** Whether its text begins with the sign that the mark would add. */
  readonly isSigned?: boolean;
}

/**
 * Lines joined by line feeds; the text content is exactly the code.
 * @param areElements whether each line is an element of its own: marks and numbers need it, other code does without
 */
export function renderCode(lines: readonly CodeLine[], areElements: boolean): string {
  return lines
    .map((line) => {
      const html = renderLine(line);
      return areElements ? wrapLine(html, line) : html;
    })
    .join('\n');
}

function renderLine({ pieces, kind, prompt = '' }: CodeLine): string {
  const html = renderPieces(pieces);
  const before = prompt === '' ? '' : `<span class="prompt">${escapeHtml(prompt)}</span>`;
  if (kind === 'command') return `${before}<kbd>${html}</kbd>`;
  if (html === '') return before;
  return kind === undefined ? html : `${before}<span class="${kind === 'remark' ? 't-c' : 'output'}">${html}</span>`;
}

/** Neighbours that lead to one place are one link. */
function renderPieces(pieces: readonly CodePiece[]): string {
  const groups: CodePiece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (piece.href !== undefined && group?.[0]!.href === piece.href) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(renderGroup).join('');
}

function renderGroup(pieces: readonly CodePiece[]): string {
  const [{ text, tone, href }] = pieces as [CodePiece];
  if (href === undefined) return renderPiece('span', text, tone);
  const address = ` href="${escapeAttribute(href)}"`;
  if (pieces.length === 1) return renderPiece('a', text, tone, address);
  return `<a${address}>${pieces.map((piece) => renderPiece('span', piece.text, piece.tone)).join('')}</a>`;
}

function renderPiece(name: 'a' | 'span', text: string, tone: string | undefined, more = ''): string {
  const inner = escapeHtml(text);
  if (tone === undefined && more === '') return inner;
  return `<${name}${tone === undefined ? '' : ` class="t-${tone}"`}${more}>${inner}</${name}>`;
}

/** Lines that come, go or matter are elements that say so. */
function wrapLine(html: string, { marks = new Set(), isSigned = false }: CodeLine): string {
  const name = marks.has('++') ? 'ins' : marks.has('--') ? 'del' : marks.has('highlight') ? 'mark' : 'span';
  return `<${name} class="line${marks.has('focus') ? ' in-focus' : ''}${isSigned ? ' is-signed' : ''}">${html}</${name}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/"/g, '&quot;');
}
