// Pages that differ only in the tree beside them, after the title of a link has changed.

import { expect, test } from 'vitest';
import { listChangedTrees } from '../../src/outputs/index.ts';
import { compile, view } from '../compile.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** A section with pages in a row, of which one has a page below it. */
function siteWith(title: string) {
  const link = (name: string) => ({ title: name === 'c' ? title : `Page ${name}`, url: `/ref/${name}` });
  const links = names.map((name) => (name === 'c' ? { ...link(name), links: [link('below')] } : link(name)));
  const pages = [...names, 'below'].map((name) => [
    `ref/${name}.md`,
    `---\ntitle: Page ${name}\nshowNextPage: ${name === 'b'}\n---\n\nText.\n`,
  ]);
  return compile({
    ...Object.fromEntries(pages),
    'site.yaml': 'title: Site\nlanguages: [js]\n',
    'ref/_navigation.mdx': `---\n${JSON.stringify({ title: 'Ref', links })}\n---\n`,
  });
}

test('pages that show the title elsewhere, too, are drawn: breadcrumbs, links to the next page, home pages', async () => {
  const [before, after] = [siteWith('Old'), siteWith('New')];
  const routes = ['', ...names.map((name) => `ref/${name}`), 'ref/below', '404'];
  const trees = listChangedTrees(before.resolved, after.resolved, routes);
  expect([...trees.keys()]).toEqual(['ref/a', 'ref/c', 'ref/d', 'ref/e']);
  for (const { address, before: old, after: now } of [...trees.values()].flat()) {
    const [kept, made] = [before, after].map((site) => view(site, address.route, address.language));
    expect((await kept!).navigation).toEqual(old);
    expect({ ...(await kept!), navigation: now }).toEqual(await made!);
  }
  expect(trees.get('ref/a')).toHaveLength(2);
});

test('without a change, no tree differs', () => {
  const trees = listChangedTrees(siteWith('Old').resolved, siteWith('Old').resolved, ['ref/a']);
  expect([...trees.values()].flat()).toEqual([]);
});
