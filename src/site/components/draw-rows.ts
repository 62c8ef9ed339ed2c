// Rows of a property table → HTML. One string, not a component per row, for speed: a large site has hundreds of
// thousands of rows. `html` of a view is HTML already; everything else is text and is escaped here.

import type { RowView } from '../../compiler/model/index.ts';
import { escapeHtml, partsOfName } from '../../compiler/text/index.ts';
import { strings } from '../strings/index.ts';

export function drawRows(rows: readonly RowView[]): string {
  let html = '<ul class="rows">';
  for (const row of rows) html += drawRow(row);
  return `${html}</ul>`;
}

function drawRow(row: RowView): string {
  const id = row.anchor === undefined ? '' : ` id="${escapeHtml(row.anchor)}"`;
  const text = drawText(row.html);
  const deprecated =
    row.deprecated?.html === undefined ? '' : `<div class="text deprecated-text">${row.deprecated.html}</div>`;
  return `<li${id}>${drawHead(row)}${deprecated}${text}${drawChildren(row)}</li>`;
}

/** A description of one paragraph needs no element around it. */
function drawText(html: string): string {
  const text = html.trimEnd();
  const isParagraph = text.startsWith('<p>') && text.endsWith('</p>') && !text.includes('<p>', 1);
  if (isParagraph) return `<p class="text">${text.slice(3)}`;
  return html === '' ? '' : `<div class="text">${html}</div>`;
}

/** The head of a row, its first line: anchor, name, type, badges. */
function drawHead(row: RowView): string {
  const name = row.name ?? row.title ?? '';
  const named = append(drawName(row, name), drawType(row));
  return `<p class="row-head">${drawLink(row)}${append(named, drawWords(row))}</p>`;
}

/** Two parts with a space between them, if neither is empty. */
function append(part: string, next: string): string {
  return part === '' ? next : next === '' ? part : `${part} ${next}`;
}

/** Matches an anchor in which nothing is escaped, as most are. */
const plainAnchor = /^[\w.-]*$/;

/** The `#` link of a row with an anchor. */
function drawLink({ anchor, name }: RowView): string {
  if (anchor === undefined) return '';
  const label = escapeHtml(strings.linkTo(name ?? anchor));
  const target = plainAnchor.test(anchor) ? anchor : escapeHtml(encodeURI(anchor));
  return `<a class="hash" href="#${target}" aria-label="${label}"></a>`;
}

function drawName(row: RowView, name: string): string {
  if (name === '') return '';
  const inner = breakable(name);
  const linked = row.nameHref === undefined ? inner : `<a href="${escapeHtml(row.nameHref)}">${inner}</a>`;
  return row.name === undefined ? `<span class="name">${linked}</span>` : `<code class="name">${linked}</code>`;
}

function drawType({ type }: RowView): string {
  if (type.length === 0) return '';
  const spans = type.map(({ text, href }) =>
    href === undefined ? breakable(text) : `<a href="${escapeHtml(href)}">${breakable(text)}</a>`,
  );
  return `<code class="type">${spans.join('')}</code>`;
}

function drawWords(row: RowView): string {
  let html = row.isOptional ? drawWord(strings.optional) : '';
  if (row.deprecated) html = append(html, drawWord(strings.deprecated, ' is-deprecated'));
  if (row.since !== undefined) html = append(html, drawWord(escapeHtml(strings.since(row.since))));
  if (row.default === undefined) return html;
  return append(html, drawWord(`${strings.default} <code>${escapeHtml(row.default)}</code>`));
}

function drawWord(html: string, kind = ''): string {
  return `<span class="word${kind}">${html}</span>`;
}

/** The label of the fold says nothing that type and rows do not say: twins leave it out (decision 0029). */
function drawChildren({ children, childrenOf, isOpen }: RowView): string {
  if (children.length === 0) return '';
  const owner = childrenOf === undefined ? '' : ` <code>${breakable(childrenOf)}</code>`;
  const words = childrenOf === undefined ? strings.children(children.length) : strings.childrenOf(children.length);
  const label = `<summary data-markdown-ignore>${words}${owner}</summary>`;
  return `<details${isOpen ? ' open' : ''}>${label}${drawRows(children)}</details>`;
}

/** Text with line break opportunities between the parts of a name. */
function breakable(text: string): string {
  const parts = partsOfName(text);
  return parts.length === 1 ? escapeHtml(text) : parts.map(escapeHtml).join('<wbr>');
}
