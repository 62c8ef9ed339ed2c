// The view of a page: its title, its place in the navigation, its other addresses.

import { describe, expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { compile, page, view } from '../compile.ts';

const thing = page(
  { js: 'properties: []\n', go: 'properties: []\n' },
  { body: '# Thing\n\nA thing that is described here.\n' },
);
const files = {
  'site.yaml':
    'title: Site\nurl: https://example.com/docs\nlanguages: [js, go, ruby]\nedit: https://example.com/edit/{path}\n',
  'ref/_navigation.mdx':
    '---\ntitle: Ref\nlinks:\n  - title: Group\n    links:\n      - title: Thing\n        url: /ref/thing\n' +
    '        links:\n          - title: Other\n            url: /ref/other\n---\n',
  'ref/thing.mdx': thing,
  'ref/other.mdx': '---\nshowNextPage: true\ntitle: Other page\n---\n\nText only.\n',
};

const viewOf = (route: string, language?: string) => view(compile(files), route, language);

test('every route is in the default tree and in every language’s', () => {
  const { addresses } = viewContent(compile(files).resolved, { highlight: () => [] });
  expect(addresses.filter(({ route }) => route === 'ref/thing')).toEqual([
    { route: 'ref/thing' },
    { route: 'ref/thing', language: 'js' },
    { route: 'ref/thing', language: 'go' },
    { route: 'ref/thing', language: 'ruby' },
  ]);
  // A site without a home page gets one.
  expect(addresses[0]).toEqual({ route: '' });
});

describe('a page', () => {
  test('has the pages above it, its title and its description', async () => {
    expect(await viewOf('ref/thing', 'go')).toMatchObject({
      root: '../../../',
      tree: '../../',
      head: {
        title: 'Thing · Go · Site',
        description: 'A thing that is described here. Go: Thing',
        isUnlisted: false,
        card: { title: 'Thing · Go', site: 'Site', isHome: false },
      },
      title: 'Thing',
      titleId: 'thing-2',
      kind: 'reference',
      breadcrumb: [{ title: 'Group' }],
      edit: 'https://example.com/edit/ref/thing.mdx',
    });
  });

  test('marks the default language in the default tree; its tabs always name a language', async () => {
    const { tabs } = await viewOf('ref/thing');
    expect(tabs.map(({ id, href, isCurrent, isAvailable }) => [id, href, isCurrent, isAvailable])).toEqual([
      ['js', '../../js/ref/thing/', true, true],
      ['go', '../../go/ref/thing/', false, true],
      ['ruby', '../../ruby/ref/thing/', false, false],
    ]);
  });

  test('that its language lacks reports this, and is not listed', async () => {
    expect(await viewOf('ref/thing', 'ruby')).toMatchObject({
      head: { isUnlisted: true },
      hasBody: false,
      blocks: [],
      entities: [],
      missing: {
        language: 'Ruby',
        available: [
          { title: 'JavaScript', href: '../../../js/ref/thing/' },
          { title: 'Go', href: '../../../go/ref/thing/' },
        ],
      },
    });
  });

  test('without entities has the same text in every language', async () => {
    expect(await viewOf('ref/other', 'ruby')).toMatchObject({
      kind: 'guide',
      head: { title: 'Other page · Site' },
      title: 'Other page',
      breadcrumb: [
        { title: 'Ref', href: '../../ref/thing/' },
        { title: 'Group' },
        { title: 'Thing', href: '../../ref/thing/' },
      ],
    });
    expect((await viewOf('ref/other', 'ruby')).titleId).toBeUndefined();
  });

  test.each([
    ['ref/thing', undefined, 'https://example.com/docs/ref/thing/'],
    ['ref/thing', 'js', 'https://example.com/docs/ref/thing/'],
    ['ref/thing', 'go', 'https://example.com/docs/go/ref/thing/'],
    ['ref/other', 'go', 'https://example.com/docs/ref/other/'],
  ])('%s in %s has the canonical address %s', async (route, language, canonical) => {
    expect((await viewOf(route, language)).head.canonical).toBe(canonical);
  });

  test('links to its neighbours if it asks for them, with parents before children', async () => {
    expect((await viewOf('ref/other', 'go')).previous).toEqual({
      title: 'Thing',
      href: '../../ref/thing/',
      isCurrent: false,
    });
    expect((await viewOf('ref/thing', 'go')).next).toBeUndefined();
  });
});

test('a generated home page lists the sections', async () => {
  expect(await viewOf('', 'go')).toMatchObject({
    root: '../',
    tree: './',
    title: 'Site',
    head: { title: 'Site', card: { isHome: true } },
    hasBody: false,
    sections: [{ title: 'Ref', href: './ref/thing/', links: [{ title: 'Group', links: [{ title: 'Thing' }] }] }],
  });
});

test('a page has no language tabs if they would not change it and the site has no reference', async () => {
  const site = {
    'site.yaml': 'title: Site\nlanguages: [js, go]\n',
    'index.md': '# Home\n',
    'samples.mdx': '# Samples\n\n<CodeBlock title="Call" file="call" />\n',
    '_samples/call.js': 'call();\n',
    '_samples/call.go': 'call()\n',
  };
  const tabsOf = async (files: Readonly<Record<string, string>>, route: string) =>
    (await view(compile(files), route, 'go')).tabs.length;
  expect(await tabsOf(site, '')).toBe(0);
  expect(await tabsOf(site, 'samples')).toBe(2);
  expect(await tabsOf({ ...site, 'thing.mdx': thing }, '')).toBe(2);
});

test('the header links to the start of each section, and marks the section of the page', async () => {
  expect((await viewOf('ref/other', 'go')).header).toEqual([
    { title: 'Ref', href: '../../ref/thing/', isCurrent: true },
  ]);
});

describe('a signature', () => {
  const partsOf = async (title: string, language = 'js') => {
    const text = page({ [language]: `title: '${title}'\nparameters: []\n` });
    const [entity] = (await view(compile({ 'a.mdx': text }), 'a', language)).entities;
    return entity!.signature.map(({ kind, text: part }) => `${kind}:${part}`);
  };
  test.each([
    ['interface Thing', ['keyword:interface ', 'name:Thing']],
    ['sso.getThing()', ['text:sso.', 'name:getThing', 'text:()']],
    ['Acme\\Resource\\Thing', ['text:Acme\\Resource\\', 'name:Thing']],
    ['$sso->getThing($id)', ['text:$sso->', 'name:getThing', 'text:($id)']],
    ['Acme::Thing', ['text:Acme::', 'name:Thing']],
    ['/things/:id/parts', ['name:/things/', 'parameter::id', 'name:/parts']],
    ['something else entirely', ['name:something else entirely']],
  ])('%s', async (title, parts) => {
    expect(await partsOf(title)).toEqual(parts);
  });
});

test('an empty table has no heading', async () => {
  const lists = 'parameters: []\nreturns: []\n';
  const { entities } = await view(
    compile({ 'a.mdx': page({ js: lists, go: 'parameters:\n  - { key: a, type: string, description: A. }\n' }) }),
    'a',
    'js',
  );
  expect(entities[0]?.lists).toEqual([]);
});
