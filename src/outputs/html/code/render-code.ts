// Coloured lines → HTML with a class per colour. No `style` attributes: the stylesheet sets light and dark colours.

import type { CodeToken } from '../../../compiler/model/index.ts';
import type { CodeMark, SessionLine } from '../../../compiler/source/index.ts';
import { escapeHtml, escapeText } from '../../../compiler/text/index.ts';

/** A token, with its link, if any. */
export interface CodePiece extends CodeToken {
  readonly href?: string | undefined;
}

/** A line of code with its marks. */
export interface CodeLine {
  readonly pieces: readonly CodePiece[];
  readonly marks?: ReadonlySet<CodeMark> | undefined;
  /**
   * The kind of a session's line. A typed command is an element of its own, even if empty, so that it can be copied.
   */
  readonly kind?: SessionLine['kind'];
  /** The prompt before a command. */
  readonly prompt?: string;
  /** Whether its text already begins with the sign of its mark. */
  readonly isSigned?: boolean;
}

/**
 * Lines joined by line feeds; the text content is exactly the code.
 * @param areElements whether each line is an element, as marks and numbers require
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
  const before = prompt === '' ? '' : `<span class="prompt">${escapeText(prompt)}</span>`;
  if (kind === 'command') return `${before}<kbd>${html}</kbd>`;
  if (html === '') return before;
  return kind === undefined ? html : `${before}<span class="${kind === 'remark' ? 't-c' : 'output'}">${html}</span>`;
}

/** Merges neighbours with the same link into one link. */
function renderPieces(pieces: readonly CodePiece[]): string {
  let html = '';
  for (let i = 0; i < pieces.length; i++) {
    const { text, tone, href } = pieces[i]!;
    if (href === undefined) {
      html += renderPiece('span', text, tone);
      continue;
    }
    const address = ` href="${escapeHtml(href)}"`;
    let next = i + 1;
    while (pieces[next]?.href === href) next++;
    html +=
      next === i + 1
        ? renderPiece('a', text, tone, address)
        : `<a${address}>${pieces.slice(i, next).map(renderInLink).join('')}</a>`;
    i = next - 1;
  }
  return html;
}

function renderInLink({ text, tone }: CodePiece): string {
  return renderPiece('span', text, tone);
}

function renderPiece(name: 'a' | 'span', text: string, tone: string | undefined, more = ''): string {
  const inner = escapeText(text);
  if (tone === undefined && more === '') return inner;
  return `<${name}${tone === undefined ? '' : ` class="t-${tone}"`}${more}>${inner}</${name}>`;
}

/** Added, removed and highlighted lines are `ins`, `del` and `mark` elements. */
function wrapLine(html: string, { marks = new Set(), isSigned = false }: CodeLine): string {
  const name = marks.has('++') ? 'ins' : marks.has('--') ? 'del' : marks.has('highlight') ? 'mark' : 'span';
  const kinds = `line${marks.has('focus') ? ' in-focus' : ''}${isSigned ? ' is-signed' : ''}`;
  return `<${name} class="${kinds}">${html}</${name}>`;
}
