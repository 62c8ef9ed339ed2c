// “Did you mean …?”: findings of broken links suggest what a person who knows the site would suggest.

import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';

const thing = `---
reference:
  js:
    - key: Thing
      id: thing
      properties:
        - { key: organizationId, type: string, description: Its organization. }
---
# Thing
`;

const pages: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: S\nurl: https://example.com/docs/\nlanguages: [js, go]\nredirects:\n  /guides/old: /guides/start\n',
  'index.mdx': '# Home\n\n## Welcome\n',
  'guides/index.mdx': '# Guides\n',
  'guides/start.mdx':
    "# Start\n\n## Install\n\n### On Linux\n\n## What's new\n\n## Foo & Bar\n\n## my_function()\n\n## Setup\n\n" +
    '## Setup\n\n## Résumé\n\n## C++ and C#\n',
  'guides/deep/errors.mdx': '# Errors\n\n## Rate limits\n',
  'reference/thing.mdx': thing,
  'reference/list_things.mdx': '# List things\n',
};

/** The suggestion in the only finding of a link; undefined if it has none. */
function suggested(url: string, from = 'guides/next.mdx'): string | undefined {
  const { diagnostics } = compile({ ...pages, [from]: `# Next\n\n## Here\n\n[text](<${url}>)\n` });
  expect(diagnostics.map(({ code }) => code)).toEqual(['dangling-link']);
  return /^Did you mean `(.*)`\?$/.exec(diagnostics[0]!.hint ?? '')?.[1];
}

test.each([
  ['www.example.com/a', 'https://www.example.com/a'],
  ['http//example.com', 'http://example.com'],
  ['https//example.com/a', 'https://example.com/a'],
])('suggests the address of another site for %s', (url, near) => {
  expect(suggested(url)).toBe(near);
});

describe.each<[string, readonly (readonly [string, string])[]]>([
  [
    'a heading',
    [
      ['#her', '#here'],
      ['#Here', '#here'],
      ['/guides/start#instal', '/guides/start#install'],
      ['/guides/start/instal', '/guides/start/install'],
      ['start#instal', '/guides/start#install'],
      ['/guides/start/install/on-linus', '/guides/start/install/on-linux'],
      ['/guides/start/on-linux', '/guides/start/install/on-linux'],
      ['/guides/start/instal/on-linux', '/guides/start/install/on-linux'],
      ['/welcom', '/welcome'],
      ['/#welcom', '/#welcome'],
    ],
  ],
  [
    'a slug as GitHub, Docusaurus and others make it',
    [
      ['/guides/start#whats-new', '/guides/start#what-s-new'],
      ['/guides/start#foo--bar', '/guides/start#foo-bar'],
      ['/guides/start#my_function', '/guides/start#my-function'],
      ['/guides/start#setup-1', '/guides/start#setup-2'],
      ['/guides/start#resume', '/guides/start#résumé'],
      ['/guides/start#c-and-c-', '/guides/start#c-and-c'],
    ],
  ],
  [
    'a property',
    [
      ['/reference/thing#thing.organizationId', '/reference/thing#thing.organization_id'],
      ['/reference/thing#organization_id', '/reference/thing#thing.organization_id'],
      ['/reference/thing#thing.organisation_id', '/reference/thing#thing.organization_id'],
    ],
  ],
  [
    'a page by its name',
    [
      ['/guides/strat', '/guides/start'],
      ['/Guides/Start', '/guides/start'],
      ['/guide/start', '/guides/start'],
      ['/reference/list-things', '/reference/list_things'],
      ['/reference/listThings', '/reference/list_things'],
      ['/refrence/thing#thing', '/reference/thing#thing'],
      ['/guides/strat#instal', '/guides/start#install'],
      ['/guide/start/install', '/guides/start/install'],
      ['/guides/strat/install', '/guides/start/install'],
    ],
  ],
  [
    'a page by another path to it',
    [
      ['guides/start', '/guides/start'],
      ['/start', '/guides/start'],
      ['/start#install', '/guides/start#install'],
      ['/errors', '/guides/deep/errors'],
      ['/guides/errors', '/guides/deep/errors'],
      ['/elsewhere/errors', '/guides/deep/errors'],
      ['../start', '/guides/start'],
      ['/js/guides/start', '/guides/start'],
      ['/go/guides/start#install', '/guides/start#install'],
      ['/docs/guides/start', '/guides/start'],
      ['/docs/js/guides/start', '/guides/start'],
      ['/en/latest/guides/start', '/guides/start'],
      ['/guides/old/install', '/guides/start/install'],
      ['/guides/old#instal', '/guides/start#install'],
      ['/guides/stat?tab=2#install', '/guides/start?tab=2#install'],
    ],
  ],
  [
    'a file',
    [
      ['/guides/start.html', '/guides/start'],
      ['/guides/start.html#instal', '/guides/start#install'],
      ['./start.htm', '/guides/start'],
      ['./Start.mdx', '/guides/start'],
      ['./start.md', '/guides/start'],
      ['./strat.mdx#install', '/guides/start#install'],
      ['/guides/start/index.html', '/guides/start'],
      ['/guides/README.md', '/guides'],
      ['/index.html', '/'],
      ['start.mdx#instal', '/guides/start#install'],
    ],
  ],
])('%s', (_name, cases) => {
  test.each(cases)('%s → %s', (url, near) => {
    expect(suggested(url)).toBe(near);
  });
});

test.each([
  '/nowhere-at-all',
  '#completely-different',
  '/guides/start#completely-different',
  '',
  `/${'x/'.repeat(5000)}y`,
])('suggests nothing if nothing is similar: %s', (url) => {
  expect(suggested(url)).toBeUndefined();
});

test('links of navigation, header, breadcrumb and redirects get the same suggestions', () => {
  const { diagnostics } = compile({
    ...pages,
    'site.yaml':
      'title: S\nlanguages: [js]\nheader:\n  - { title: A, url: /start.html }\nredirects:\n' +
      '  /a: /js/guides/start#instal\n',
    'guides/_navigation.mdx':
      '---\ntitle: Guides\nlinks:\n  - { title: A, url: /guides/start.mdx }\n' +
      '  - { title: B, url: guides/start }\n  - { title: C, url: /guides/start#install }\n---\n',
    'guides/next.mdx': '---\nbreadcrumb: { title: A, url: /Guides/ }\n---\n# Next\n',
  });
  const hints = diagnostics.flatMap(({ code, hint }) => (code === 'dangling-link' ? hint : []));
  expect(hints).toEqual([
    'Did you mean `/guides/start`?',
    'Did you mean `/guides/start`?',
    'Did you mean `/guides/start`?',
    'Did you mean `/guides`?',
    'Did you mean `/guides/start`?',
    'Did you mean `/guides/start#install`?',
  ]);
});
