// A diff as one HTML page without scripts: before and after side by side for each language, and filters by language,
// kind and impact, which are style rules. The page needs no other file.

import { impacts } from '../../compiler/format/index.ts';
import { escapeHtml } from '../../compiler/text/index.ts';
import type { Origin } from '../export/index.ts';
import type { Change, ChangePlace, ChangeValue } from './change.ts';
import { describeErrors, describeStep, sectionsOf, summariseDiff, type DiffReport } from './report.ts';
import { diffWords, type WordRun } from './word-diff.ts';

export function formatHtmlDiff(report: DiffReport): string {
  const { base, head, diff } = report;
  const languages = [...diff.labels].filter(([id]) => diff.changes.some((change) => change.languages.includes(id)));
  const kinds = [...new Set(diff.changes.map(({ kind }) => kind))].sort();
  const filters = [
    { id: 'impact', label: 'Impact', values: impacts.map((impact): [string, string] => [impact, impact]) },
    { id: 'language', label: 'Language', values: languages },
    { id: 'kind', label: 'Kind', values: kinds.map((kind): [string, string] => [kind, kind]) },
  ];
  const title = `${base.name} → ${head.name}`;
  const sections = sectionsOf(diff.changes).map(({ title: name, changes }) => {
    const articles = changes.map((change) => article(change, diff.labels)).join('\n');
    return `<section class="changes"><h2>${name} (${changes.length})</h2>\n${articles}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${styles}
${filters.map(rulesOf).join('\n')}
</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summariseDiff(diff))}</p>
${describeErrors(report, escapeHtml)
  .map((words) => `<p>${words}</p>`)
  .join('\n')}
${(report.versions ?? []).map((step) => `<p>${escapeHtml(describeStep(step, diff))}</p>`).join('\n')}
<form>${filters.map(selectOf).join(' ')}</form>
</header>
<main>
${sections.join('\n')}
${unknownOf(report)}
</main>
</body>
</html>
`;
}

interface Filter {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (readonly [value: string, label: string])[];
}

/**
 * Changes without the chosen value are hidden, and sections that have no other. A change that does not depend on the
 * language is in all languages.
 */
function rulesOf({ id, values }: Filter): string {
  return values
    .map(([value]) => {
      const token = `${id}-${tokenOf(value)}`;
      const isChosen = `body:has(#${id} option[value="${tokenOf(value)}"]:checked)`;
      return `${isChosen} article:not(.${token}),${isChosen} .changes:not(:has(.${token})){display:none}`;
    })
    .join('\n');
}

function selectOf({ id, label, values }: Filter): string {
  const options = values.map(([value, words]) => `<option value="${tokenOf(value)}">${escapeHtml(words)}</option>`);
  const all = `<option value="">all</option>${options.join('')}`;
  return `<label>${label} <select id="${id}" autocomplete="off">${all}</select></label>`;
}

/** A value as a part of a class name. */
function tokenOf(value: string): string {
  return value.replace(/[^A-Za-z0-9-]/g, '_');
}

function article(change: Change, labels: ReadonlyMap<string, string>): string {
  const { fingerprint, kind, impact, languages, words, hint, values, places, approval } = change;
  const shown = languages.length > 0 ? languages : [...labels.keys()];
  const classes = [`impact-${impact}`, `kind-${tokenOf(kind)}`, ...shown.map((id) => `language-${tokenOf(id)}`)];
  const why =
    approval === undefined
      ? ''
      : `<p class="approval">${approval.kind} by ${escapeHtml(approval.who)}: ${escapeHtml(approval.reason)}</p>`;
  const head = ['Language', 'Before', 'After'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<article id="${fingerprint}" class="${classes.join(' ')}">
<h3>${sentence(words)}</h3>
<p class="facts"><span class="impact">${impact}</span> ${kind} <a href="#${fingerprint}">${fingerprint}</a></p>
${hint === undefined ? '' : `<p>${sentence(hint)}</p>\n`}${why}<table><thead><tr>${head}</tr></thead><tbody>
${values.map((value) => row(value, labels)).join('\n')}
</tbody></table>
${placesOf(places)}</article>`;
}

/** Code in backticks becomes code. */
function sentence(words: string): string {
  return words
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? `<code>${escapeHtml(part.slice(1, -1))}</code>` : escapeHtml(part)))
    .join('');
}

function row({ languages, before, after, base, head }: ChangeValue, labels: ReadonlyMap<string, string>): string {
  const names = languages.map((id) => labels.get(id) ?? id).join(', ') || 'all';
  const runs = before !== undefined && after !== undefined ? diffWords(before, after) : undefined;
  const cell = (text: string | undefined, kind: WordRun['kind'], place: Origin | undefined): string => {
    const shown = runs === undefined ? escapeHtml(text ?? '') : showRuns(runs, kind);
    const where = place === undefined ? '' : `<small>${escapeHtml(`${place.file}:${place.line}`)}</small>`;
    return `<td>${shown === '' ? '' : `<pre>${shown}</pre>`}${where}</td>`;
  };
  const cells = cell(before, 'removed', base) + cell(after, 'added', head);
  return `<tr><th scope="row">${escapeHtml(names)}</th>${cells}</tr>`;
}

/** The words of one side, with those that only this side has marked. */
function showRuns(runs: readonly WordRun[], own: WordRun['kind']): string {
  const tag = own === 'removed' ? 'del' : 'ins';
  return runs
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => (kind === 'same' ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`))
    .join('');
}

function placesOf(places: readonly ChangePlace[]): string {
  if (places.length < 2) return '';
  const items = places.map(({ page, field, entity }) => {
    const name = field ?? entity;
    return `<li>${escapeHtml(`/${page.head ?? page.base}${name === undefined ? '' : `#${name}`}`)}</li>`;
  });
  return `<details><summary>${places.length} places</summary><ul>${items.join('')}</ul></details>\n`;
}

function unknownOf({ diff }: DiffReport): string {
  const unknown = diff.unknown.map(({ side, file, line, message }) => {
    const place = `${file}${line === undefined ? '' : `:${line}`}`;
    return `<li>${side}: ${escapeHtml(place)}: ${escapeHtml(message)}</li>`;
  });
  const notices = diff.notices.map(
    ({ message, place }) => `<li>${escapeHtml(`${place.file}:${place.line}: ${message}`)}</li>`,
  );
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<section><h2>${title}</h2><ul>${items.join('')}</ul></section>`;
  return list('Approvals', notices) + list('Unknown, because it could not be read', unknown);
}

const styles = `
:root{color-scheme:light dark;--line:light-dark(#d0d7de,#3d444d)}
:root{--old:light-dark(#ffebe9,#5a1e1e);--new:light-dark(#dafbe1,#144620)}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem}
article{border:1px solid var(--line);border-radius:.4rem;margin:1rem 0;padding:0 1rem 1rem}
h3{font-size:1rem;margin:.8rem 0 .2rem}
.facts{font-size:.85rem;margin:0 0 .5rem}
.impact{font-weight:600}
table{border-collapse:collapse;table-layout:fixed;width:100%}
th,td{border-top:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th:first-child{width:20%}
pre{font:.85rem/1.4 ui-monospace,monospace;margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
del{background:var(--old)}
ins{background:var(--new);text-decoration:none}
label{margin-right:1rem}
h1{overflow-wrap:anywhere}
@media (max-width:40rem){
h1{font-size:1.4rem}
table,tbody,tr,td,th{display:block}
thead,td:empty{display:none}
td:not(:empty)::before{content:'Before';font-size:.85rem}
td:last-child:not(:empty)::before{content:'After'}
}`;
