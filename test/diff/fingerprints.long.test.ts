// Fingerprints of every kind of change, in both directions, beside many unrelated edits.

import { expect, test } from 'vitest';
import { diffOf, short } from './diff-of.ts';
import { replace, rules, siteWith, write } from './rules.ts';

/** Edits that have nothing to do with any rule: new lines above, a new page, and many new paragraphs elsewhere. */
const other = '# Other\n\nA page that no rule edits.\n';
const unrelated = [
  replace('door.mdx', 'title: Door\n', '# A comment that moves all lines.\ntitle: Door\n'),
  write('a.mdx', '# A page in front of all others\n\nIt is new.\n'),
  ...Array.from({ length: 48 }, (_, index) => replace('other.mdx', '# Other\n', `# Other\n\nParagraph ${index}.\n`)),
];

test('fingerprints of all kinds survive 50 unrelated edits', () => {
  const lost = rules.flatMap(({ name, before, edit }) => {
    const base = siteWith([...(before ?? []), write('other.mdx', other)]);
    const head = siteWith(edit, base);
    return [
      [base, head],
      [head, base],
    ].flatMap(([from, to]) => {
      const all = new Set(diffOf(from!, siteWith(unrelated, to)).changes.map(({ fingerprint }) => fingerprint));
      const gone = diffOf(from!, to!).changes.filter(({ fingerprint }) => !all.has(fingerprint));
      return gone.map((change) => `${name}: ${short(change)}`);
    });
  });
  expect(lost).toEqual([]);
});
