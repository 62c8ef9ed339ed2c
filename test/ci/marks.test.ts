// Marks of rows in a preview: found by anchor, removed rows at their place, and nothing for screen readers.

import { expect, test } from 'vitest';
import { markPage } from '../../src/ci/publish/publish-preview.ts';
import { markRows, marksScript, marksStyle } from '../../src/ci/publish/mark-rows.ts';
import { compareRows } from '../../src/ci/report/compare-rows.ts';

const row = (name: string, text = 'Text.', inside = ''): string =>
  `<li id="door.${name}"><p class="row-head"><code class="name">${name}</code></p><p class="text">${text}</p>${inside}</li>`;
const rows = (...items: readonly string[]): string => `<ul class="rows">${items.join('')}</ul>`;
const nested = (...items: readonly string[]): string => `<details open><summary>x</summary>${rows(...items)}</details>`;

test('rows are compared by anchor, without the rows inside them', () => {
  const base = rows(row('a'), row('b', 'Old.'), row('c', 'Text.', nested(row('c.x'), row('c.y'))), row('d'));
  const head = rows(row('b', 'New.'), row('a'), row('n'), row('c', 'Text.', nested(row('c.x', 'Other.'))));
  expect(compareRows('p/', base, head)).toEqual({
    path: 'p/',
    added: ['door.n'],
    changed: ['door.b', 'door.c.x'],
    removed: [
      { name: 'c.y', place: 'after', anchor: 'door.c.x' },
      { name: 'd', place: 'after', anchor: 'door.c' },
    ],
  });
  expect(compareRows('p/', base, base)).toBeUndefined();
});

test('marks stand at the rows, and a removed row at its place with its name as text', () => {
  const head = rows(row('a'), row('c', 'Text.', nested(row('c.x'))), row('e'));
  const marked = markRows(head, {
    path: 'p/',
    added: ['door.c.x'],
    changed: ['door.a', 'door.gone'],
    removed: [
      { name: '<img src=x>', place: 'before', anchor: 'door.a' },
      { name: 'd', place: 'after', anchor: 'door.c' },
      { name: 'lost', place: 'after', anchor: 'door.gone' },
    ],
  });
  const removed = (name: string): string =>
    `<li data-change="removed" aria-hidden="true"><p class="row-head"><del><code class="name">${name}</code></del></p></li>`;
  expect(marked).toBe(
    rows(
      removed('&lt;img src=x&gt;'),
      row('a').replace('<li', '<li data-change="changed"'),
      row('c', 'Text.', nested(row('c.x').replace('<li', '<li data-change="added"'))),
      removed('d'),
      row('e'),
    ),
  );
});

test('a row is marked whose anchor has signs that HTML escapes', () => {
  const head = rows(row('a'), row('b&amp;c&lt;d&quot;'));
  const found = compareRows('p/', rows(row('a')), head);
  expect(found?.added).toEqual(['door.b&c<d"']);
  expect(markRows(head, found)).toBe(
    rows(row('a'), row('b&amp;c&lt;d&quot;').replace('<li', '<li data-change="added"')),
  );
});

test('pages load the look and the script of marks only if rows of the preview have marks', () => {
  const page = '<!DOCTYPE html><html><head><title>T</title></head><body>x</body></html>';
  const plain = { site: '', remote: '', branch: '', pr: '7', sha: '1a2b3c4', ref: 'topic', isForeign: true };
  expect(markPage(page, 'js/a/index.html', plain)).not.toContain('marks');
  const pages = new Map([marksStyle, marksScript].map((path) => [path, '']));
  expect(markPage(page, 'js/a/index.html', { ...plain, pages })).toContain(
    '<link rel="stylesheet" href="../../_preview/marks.css"><script type="module" src="../../_preview/marks.js"></script>',
  );
});

test('the bar says whether its page is another one than at the base', () => {
  const page = '<!DOCTYPE html><html><head><title>T</title></head><body>x</body></html>';
  const plain = { site: '', remote: '', branch: '', pr: '7', sha: '1a2b3c4', ref: 'topic', isForeign: true };
  const changes = new Map([['a/index.html', 'changed'] as const, ['b/index.html', 'new'] as const]);
  const barOf = (path: string): string | undefined =>
    /<aside.*<\/aside>/
      .exec(markPage(page, path, { ...plain, changes }))![0]
      .split('</code>')
      .at(-1);
  expect(['a/index.html', 'b/index.html', 'c/index.html'].map(barOf)).toEqual([
    ' · this page has changed</aside>',
    ' · this page is new</aside>',
    '</aside>',
  ]);
});
