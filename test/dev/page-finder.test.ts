// The pages of a site at its paths, also after changes of the addresses.

import { expect, test } from 'vitest';
import type { SiteData } from '../../src/compiler/model/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { PageFinder } from '../../src/dev/page-finder.ts';
import { listPages } from '../../src/astro/index.ts';
import { compile } from '../compile.ts';

const dataOf = (files: Readonly<Record<string, string>>): SiteData =>
  viewContent(compile({ 'site.yaml': 'languages: [js, go]\n', ...files }).resolved, {
    highlight: () => [],
  });

test('finds each page that a build draws, in all states of a site', () => {
  const states = [
    dataOf({ 'a.mdx': '# A\n' }),
    dataOf({ 'a.mdx': '# A 2\n' }),
    dataOf({ 'b.mdx': '# A 2\n' }),
    dataOf({ 'site.yaml': 'languages: [js]\nredirects: { /old: /b }\noutputs: { markdown: off }\n', 'b.mdx': '# B\n' }),
  ];
  const finder = new PageFinder();
  for (const data of [...states, ...states.toReversed()]) {
    const pages = listPages(data).filter(({ path }) => path !== '404');
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(finder.find(data, page.path)).toEqual(page);
  }
  expect(finder.find(states[0]!, 'b/')).toBeUndefined();
});
