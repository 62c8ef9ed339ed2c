// The page of a preview that lists the changed pages: pages by languages and impacts with links to their rows, and what
// readers saw before and see now. Nothing in the report becomes markup.

import { expect, test } from 'vitest';
import { readDiffDocument } from '../../src/ci/report/read-diff.ts';
import { formatComment } from '../../src/ci/index.ts';
import { fitReport } from '../../src/ci/report/fit-report.ts';
import { formatListPage } from '../../src/ci/report/list-page.ts';
import { ReportRefused } from '../../src/ci/report/read-fields.ts';
import { readReport } from '../../src/ci/report/read-report.ts';
import type { Report } from '../../src/ci/report/report.ts';
import { describeDiff } from '../../src/outputs/diff/index.ts';
import { diffOf } from '../diff/diff-of.ts';
import { replace, site, siteWith, within, write, type Step } from '../diff/rules.ts';
import { plainReport } from './preview-world.ts';

const side = { name: 'main', kind: 'revision', errors: 0 };
const trees = (page: string): readonly string[] => ['', 'js/', 'python/', 'go/'].map((tree) => `${tree}${page}`);
const hostile = '</del><script>alert(1)</script> "\' & <img src=x onerror=alert(1)>';

function reportOf(steps: readonly Step[], pages = { changed: trees('door/'), added: [''], removed: [''] }): object {
  const diff = readDiffDocument(describeDiff({ base: side, head: side, diff: diffOf(site, siteWith(steps)) }));
  const cut = (shown: readonly string[]): object => ({
    total: shown.length,
    shown: shown.filter((path) => path !== ''),
  });
  const { changed, added, removed } = pages;
  return {
    ...plainReport,
    languages: ['js', 'python', 'go'],
    pages: { total: 9, changed: cut(changed), added: cut(added), removed: cut(removed) },
    diff: JSON.parse(JSON.stringify(diff)) as object,
  };
}
const listOf = (report: object): string => formatListPage(readReport(JSON.stringify(report)), '');

const steps = [
  within('js', 'key: id,', 'key: uid,'),
  replace('door.mdx', 'A note.', "'A short note.'"),
  write('new.mdx', '# New\n\nA page that is new.\n'),
];

test('pages stand with their languages by the most severe change, which links lead to', () => {
  const html = listOf(reportOf(steps, { changed: trees('door/'), added: ['new/'], removed: ['js/old/'] }));
  const rows = [...html.matchAll(/<tr><td><code>(.*?)<\/code><\/td><td>(.*?)<\/td><\/tr>/g)].map(([, page, cells]) => [
    page,
    ...cells!.split('</div>').filter((cell) => cell !== ''),
  ]);
  const link = (tree: string, name: string, hash: string): string => `<a href="../${tree}door/#${hash}">${name}</a>`;
  expect(rows).toEqual([
    [
      'door/',
      `<div><span class="impact breaking">breaking</span> ${link('', 'default', 'door.id')} ${link('js/', 'js', 'door.id')}`,
      `<div><span class="impact text">text</span> ${link('python/', 'python', 'door.note')}`,
      '<div><span class="impact other">other</span> <a href="../go/door/">go</a>',
    ],
    ['new/', '<div><span class="impact added">added</span> <a href="../new/">default</a>'],
    ['old/', '<div><span class="impact removed">removed</span> js'],
  ]);
});

test('a change shows the words before and after, if its sentence does not have them', () => {
  const html = listOf(reportOf(steps));
  expect(html).toContain('<p class="values"><small>curl js python</small> A <ins>short </ins>note.</p>');
  expect(html).not.toContain('<del>id</del>');
});

test('texts of a report are data', () => {
  const html = listOf(reportOf([replace('door.mdx', 'A note.', JSON.stringify(hostile))]));
  expect(html).toContain('alert');
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>|<\/del><s/);
});

test.each([
  ['words of another kind', { languages: [], words: [{ kind: 'script', text: 'x' }] }],
  ['a language with markup', { languages: ['<b>'], words: [] }],
  ['too many parts', { languages: [], words: Array.from({ length: 25 }, () => ({ kind: 'same', text: 'x' })) }],
])('%s are refused', (_name, value) => {
  const report = reportOf(steps) as { diff: { changes: { shown: { values: unknown[] }[] } } };
  report.diff.changes.shown[0]!.values = [value];
  expect(() => readReport(JSON.stringify(report))).toThrow(ReportRefused);
});

test.each([
  ['an address that leads out', { path: '../../x/', language: '', impact: 'risk' }],
  ['an impact that does not exist', { path: 'x/', language: '', impact: '"><b>' }],
  ['an anchor with markup', { path: 'x/', language: 'js', impact: 'risk', anchor: '"><b>' }],
])('%s is refused', (_name, entry) => {
  const report = reportOf(steps) as { diff: { pages: unknown[] } };
  report.diff.pages = [entry];
  expect(() => readReport(JSON.stringify(report))).toThrow(ReportRefused);
});

test('5,000 changes are all on the page, and the comment about them has less than 60,000 characters', () => {
  const report = reportOf(steps) as { diff: { changes: { total: number; shown: object[] } } };
  const [change] = report.diff.changes.shown;
  report.diff.changes.shown = Array.from({ length: 5_000 }, (_, index) => ({ ...change, words: `Change ${index}.` }));
  report.diff.changes.total = 5_000;
  const read = readReport(JSON.stringify(fitReport(report as unknown as Report)));
  expect(formatListPage(read, '').match(/<li>Change \d+\./g)).toHaveLength(5_000);
  const links = { preview: 'https://docs.example.com/pr-7/', run: 'https://host.example/run' };
  expect(formatComment(read, links)!.length).toBeLessThan(60_000);
});

test('a report that is too large loses words first, then marks, and keeps its counts', () => {
  const row = { path: 'door/', added: ['door.id'], changed: [], removed: [] };
  const full = { ...reportOf(steps), rows: [row] } as unknown as Report;
  const size = Buffer.byteLength(JSON.stringify(full));
  const valuesOf = ({ diff }: Report): number =>
    diff!.changes.shown.reduce((sum, { values }) => sum + values.length, 0);
  expect(fitReport(full, size)).toEqual(full);
  const [smaller, small] = [fitReport(full, size - 1), fitReport(full, 100)];
  expect([valuesOf(full) > 0, valuesOf(smaller), smaller.rows.length]).toEqual([true, 0, 1]);
  expect([small.rows.length, small.diff!.changes.total]).toEqual([0, full.diff!.changes.total]);
});
