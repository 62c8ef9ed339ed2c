// The report on a pull request → the page of a preview that lists the changed pages. It is a page of the preview with
// the look of the site, and works without a script.

import { escapeHtml } from '../../compiler/text/index.ts';
import { groupByPage, type PageGroup } from './group-pages.ts';
import { listSections } from './list-changes.ts';
import { impacts, type Report, type ReportedChange, type ReportedImpact, type ReportedValue } from './report.ts';

/** Path of the page below the top of a preview. No page of a site begins with `_`. */
export const listPath = '_preview/';

/** The style of the page: no site has this file. */
export const listStyle = '_preview/list.css';

/** The words of the link to the page; undefined if no page changed. */
export function listWords({ pages }: Report): string | undefined {
  const total = pages.changed.total + pages.added.total + pages.removed.total;
  return total === 0 ? undefined : `${total} changed ${total === 1 ? 'page' : 'pages'}`;
}

/**
 * The HTML of the page.
 * @param home the HTML of the preview's home page, for the address of its style sheet
 */
export function formatListPage(report: Report, home: string): string {
  const style = /<link rel="stylesheet" href="(?:\.\/)?(_stele\/[\w.-]+\.css)">/.exec(home)?.[1];
  const sections = listSections(report.diff).map(({ title, count, changes }) => {
    const items = changes.map((change) => `<li>${formatChange(change)}</li>\n`);
    const left = count > items.length ? `<li>and ${count - items.length} more</li>\n` : '';
    const list = `<ul class="changes">\n${items.join('')}${left}</ul>\n`;
    // The words of texts are long, and the pages stand below them.
    const folded = title === 'Text' ? `<details><summary>The words that changed</summary>\n${list}</details>\n` : list;
    return `<h2>${title} (${count})</h2>\n${folded}`;
  });
  const { changed, added, removed } = report.pages;
  const hidden = [changed, added, removed].reduce((sum, { total, shown }) => sum + total - shown.length, 0);
  const more = hidden === 0 ? '' : `<p>${hidden} more pages changed.</p>\n`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Changed pages</title>\
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">\
${style === undefined ? '' : `<link rel="stylesheet" href="../${style}">`}<link rel="stylesheet" href="list.css">\
</head><body>\
<main id="-main" class="page not-found"><div class="prose"><h1>Changed pages</h1>
<p>${changed.total} changed, ${added.total} added, ${removed.total} removed, between commits \
<code>${report.base.slice(0, 7)}</code> and <code>${report.head.slice(0, 7)}</code>. \
<a href="../">Open the preview</a></p>
${sections.join('')}<h2>Pages</h2>
<table class="pages"><thead><tr><th>Page</th><th>Languages, by the most severe change</th></tr></thead><tbody>
${formatRows(report)}</tbody></table>
${more}</div></main></body></html>
`;
}

/** A row for each page: its languages with links, the most severe changes first. */
function formatRows({ pages, languages, diff }: Report): string {
  const found = new Map((diff?.pages ?? []).map((entry) => [`${entry.language} ${entry.path}`, entry]));
  const worst = (route: string, language: string): ReportedImpact | undefined => {
    // The default tree shows the first language.
    const entries = [found.get(`${language || languages[0]} ${route}`), found.get(` ${route}`)];
    return entries
      .filter((entry) => entry !== undefined)
      .toSorted((a, b) => impacts.indexOf(a.impact) - impacts.indexOf(b.impact))[0];
  };
  const rows = groupByPage(pages, languages).map(({ route, trees }) => {
    const groups = new Map<string, string[]>();
    for (const tree of trees) {
      const entry = worst(route, tree.language);
      const name = tree.kind === 'changed' ? (entry?.impact ?? 'other') : tree.kind;
      groups.set(name, [...(groups.get(name) ?? []), formatTree(tree, entry?.anchor)]);
    }
    const cells = order
      .filter((name) => groups.has(name))
      .map((name) => `<div><span class="impact ${name}">${name}</span> ${groups.get(name)!.join(' ')}</div>`);
    return `<tr><td><code>${escapeHtml(route === '' ? '/' : route)}</code></td><td>${cells.join('')}</td></tr>\n`;
  });
  return rows.join('');
}

/** Groups of languages in a row. `other`: the page looks different, without a change of the reference. */
const order: readonly string[] = ['removed', ...impacts, 'added', 'other'];

function formatTree({ language, path, kind }: PageGroup['trees'][number], anchor: string | undefined): string {
  const words = escapeHtml(language === '' ? 'default' : language);
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  return kind === 'removed' ? words : `<a href="../${escapeHtml(encodeURI(path) + hash)}">${words}</a>`;
}

function formatChange(change: ReportedChange): string {
  // A sentence with both values needs no second line.
  const isTold = ({ words }: ReportedValue): boolean =>
    words.every(({ kind, text }) => kind !== 'same' && change.words.includes(`\`${text}\``));
  const values = change.values
    .filter((value) => !isTold(value))
    .map(formatValue)
    .join('');
  return `${sentence(change.words)} ${places(change)}${values}`;
}

/** A value as HTML: removed words are struck, added ones are marked. */
function formatValue({ languages, words }: ReportedValue): string {
  const tags = { same: '', removed: 'del', added: 'ins' } as const;
  const text = words.map(({ kind, text: part }) => {
    const tag = tags[kind];
    return tag === '' ? escapeHtml(part) : `<${tag}>${escapeHtml(part)}</${tag}>`;
  });
  const names = languages.length === 0 ? '' : `<small>${escapeHtml(languages.join(' '))}</small> `;
  return `<p class="values">${names}${text.join('')}</p>`;
}

/** Links to the row of a change in its languages. */
function places({ languages, page, anchor }: ReportedChange): string {
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  const trees = languages.length === 0 ? [''] : languages;
  const links = trees.map((id) => {
    const words = id === '' ? 'all languages' : id;
    const tree = id === '' ? '' : `${id}/`;
    return page === undefined ? words : `<a href="../${escapeHtml(`${tree}${encodeURI(page)}${hash}`)}">${words}</a>`;
  });
  return `<span class="places">${links.join(' ')}</span>`;
}

/** A sentence with code in backticks. */
function sentence(words: string): string {
  const parts = words.split(/(`[^`]+`)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part.slice(1, -1))}</code>` : escapeHtml(part)))
    .join('');
}

/** The look of the page, with the colours of the site. */
export const listCss = `.prose .changes {
  padding: 0;
  list-style: none;
}
.prose .changes > li {
  margin: 0;
  padding: var(--s3) 0;
  border-top: 1px solid var(--line);
}
.places {
  color: var(--soft);
  font: var(--small);
}
.places a,
.pages a {
  margin-right: var(--s1);
}
.prose .changes .values {
  margin: var(--s1) 0 0;
  font: var(--code);
  overflow-wrap: anywhere;
  white-space: pre-line;
}
.values small {
  color: var(--faint);
  font: var(--label);
}
.values del {
  background: var(--removed);
}
.values ins {
  background: var(--added);
  text-decoration: none;
}
.pages td {
  vertical-align: top;
  overflow-wrap: anywhere;
}
.impact {
  display: inline-block;
  min-width: 5em;
  font: var(--label);
}
.impact.breaking,
.impact.removed {
  color: var(--t-k);
  font-weight: var(--strong);
}
.impact.risk {
  color: var(--warn);
}
.impact.addition,
.impact.added {
  color: var(--t-p);
}
`;
