// The pages that a section's navigation must link to (format.md 1.4).

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const navigation = (links: string): string => `---\ntitle: Reference\n${links}---\n`;
const link = 'links:\n  - title: Thing\n    url: /reference/thing\n';

const pages = {
  'reference/index.mdx': '# Reference\n',
  'reference/thing.mdx': '# Thing\n',
  'reference/other/deep.mdx': '# Deep\n',
};

test('reports each page below the folder without a link, at any depth, except the section’s own page', () => {
  const found = compile({ ...pages, 'reference/_navigation.mdx': navigation(link) });
  expect(findings(found)).toEqual(['advice page-without-navigation reference/other/deep.mdx']);
});

test.each(['', 'links: []\n'])('reports no page if the navigation has no links: %j', (links) => {
  expect(findings(compile({ ...pages, 'reference/_navigation.mdx': navigation(links) }))).toEqual([]);
});
