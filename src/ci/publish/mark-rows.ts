// A page of a preview, and the rows that differ from the base → the page with marks at these rows. The marks are for
// eyes: screen readers get the list of changes, and the page as it will be.

import { escapeHtml } from '../../compiler/text/index.ts';
import type { ReportedRows } from '../report/report.ts';

/** Files of a preview for the marks: no site has them. */
export const marksStyle = '_preview/marks.css';
export const marksScript = '_preview/marks.js';

/**
 * Marks the rows of a page. Rows that the page does not have are left out.
 * @param rows undefined for a page without marks
 */
export function markRows(html: string, rows: ReportedRows | undefined): string {
  if (rows === undefined) return html;
  let marked = html;
  for (const [kind, anchors] of [
    ['added', rows.added],
    ['changed', rows.changed],
  ] as const) {
    for (const anchor of anchors) {
      const at = startOf(marked, anchor);
      if (at !== -1) marked = `${marked.slice(0, at + 3)} data-change="${kind}"${marked.slice(at + 3)}`;
    }
  }
  for (const { name, place, anchor } of rows.removed) {
    const start = startOf(marked, anchor);
    const at = start === -1 || place === 'before' ? start : endOf(marked, start);
    if (at === -1) continue;
    const row =
      '<li data-change="removed" aria-hidden="true"><p class="row-head">' +
      `<del><code class="name">${escapeHtml(name)}</code></del></p></li>`;
    marked = marked.slice(0, at) + row + marked.slice(at);
  }
  return marked;
}

/** Start of a row's tag, which has no mark yet or one that was added here. */
function startOf(html: string, anchor: string): number {
  const id = `id="${escapeHtml(anchor)}"`;
  const at = html.indexOf(`<li ${id}`);
  if (at !== -1) return at;
  return Math.max(...['added', 'changed'].map((kind) => html.indexOf(`<li data-change="${kind}" ${id}`)));
}

/** The end of the row that begins at an offset; -1 if it does not end. */
function endOf(html: string, start: number): number {
  const tags = /<li\b|<\/li>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    depth += match[0] === '</li>' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return -1;
}

/** The look of marks, with the colours of the site. */
export const marksCss = `html:not([data-marks='off']) li[data-change] {
  background: var(--mark);
  box-shadow: -10px 0 0 var(--mark), -13px 0 0 var(--accent);
}
html:not([data-marks='off']) li[data-change='added'] {
  background: var(--added);
  box-shadow: -10px 0 0 var(--added), -13px 0 0 var(--t-m);
}
html:not([data-marks='off']) li[data-change='removed'] {
  background: var(--removed);
  box-shadow: -10px 0 0 var(--removed), -13px 0 0 var(--t-k);
}
html[data-marks='off'] li[data-change='removed'] {
  display: none;
}
.preview-banner .marks {
  margin-left: var(--s2);
  padding: 0 var(--s2);
  border: 1px solid var(--line);
  border-radius: var(--radius-chip);
  background: var(--ground);
  color: inherit;
  font: inherit;
}
`;

/** The key \`d\` and a button in the bar show and hide the marks, on all pages of this tab. */
export const marksJs = `const html = document.documentElement;
const recall = () => {
  try {
    return sessionStorage.getItem('stele.marks');
  } catch {
    return null;
  }
};
let button;
const show = (isOn) => {
  html.dataset.marks = isOn ? 'on' : 'off';
  button?.setAttribute('aria-pressed', String(isOn));
  try {
    sessionStorage.setItem('stele.marks', html.dataset.marks);
  } catch {}
};
const toggle = () => show(html.dataset.marks === 'off');
const bar = document.querySelector('.preview-banner');
if (bar) {
  button = document.createElement('button');
  button.type = 'button';
  button.className = 'marks';
  button.textContent = 'Marks (d)';
  button.addEventListener('click', toggle);
  bar.append(button);
}
show(recall() !== 'off');
addEventListener('keydown', (event) => {
  if (event.key !== 'd' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.('input, textarea, select, dialog, [contenteditable]')) return;
  toggle();
});
`;
