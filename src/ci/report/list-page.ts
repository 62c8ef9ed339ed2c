// The report on a pull request → the page of a preview that lists the changed pages. It is a page of the preview with
// the look of the site, and works without a script.

import { groupByPage } from './group-pages.ts';
import { listSections } from './list-changes.ts';
import type { Report, ReportedChange } from './report.ts';

/** Path of the page below the top of a preview. No page of a site begins with `_`. */
export const listPath = '_preview/';

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
  const groups = groupByPage(report.pages, report.languages);
  const rows = groups.map(({ route, trees }) => {
    const links = trees.map(({ language, path, kind }) => {
      const words = `${language === '' ? 'default' : language}${kind === 'changed' ? '' : ` (${kind})`}`;
      return kind === 'removed' ? escape(words) : `<a href="../${escape(encodeURI(path))}">${escape(words)}</a>`;
    });
    return `<tr><td><code>${escape(route === '' ? '/' : route)}</code></td><td>${links.join(' ')}</td></tr>\n`;
  });
  const sections = listSections(report.diff).map(({ title, count, changes }) => {
    const items = changes.map((change) => `<li>${sentence(change.words)} ${places(change)}</li>\n`);
    const left = count > items.length ? `<li>and ${count - items.length} more</li>\n` : '';
    return `<h2>${title} (${count})</h2>\n<ul>\n${items.join('')}${left}</ul>\n`;
  });
  const { changed, added, removed } = report.pages;
  const hidden = [changed, added, removed].reduce((sum, { total, shown }) => sum + total - shown.length, 0);
  const more = hidden === 0 ? '' : `<p>${hidden} more pages changed.</p>\n`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Changed pages</title>\
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">\
${style === undefined ? '' : `<link rel="stylesheet" href="../${style}">`}</head><body>\
<main id="-main" class="page not-found"><div class="prose"><h1>Changed pages</h1>
<p>${changed.total} changed, ${added.total} added, ${removed.total} removed, between commits \
<code>${report.base.slice(0, 7)}</code> and <code>${report.head.slice(0, 7)}</code>.</p>
${sections.join('')}<h2>Pages</h2>
<table><thead><tr><th>Page</th><th>Languages</th></tr></thead><tbody>
${rows.join('')}</tbody></table>
${more}<p><a href="../">Home</a></p></div></main></body></html>
`;
}

/** Links to the row of a change in its languages. */
function places({ languages, page, anchor }: ReportedChange): string {
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  const trees = languages.length === 0 ? [''] : languages;
  const links = trees.map((id) => {
    const words = id === '' ? 'all languages' : id;
    const tree = id === '' ? '' : `${id}/`;
    return page === undefined ? words : `<a href="../${escape(`${tree}${encodeURI(page)}${hash}`)}">${words}</a>`;
  });
  return links.join(' ');
}

/** A sentence with code in backticks. */
function sentence(words: string): string {
  const parts = words.split(/(`[^`]+`)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<code>${escape(part.slice(1, -1))}</code>` : escape(part)))
    .join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
