// `reference.json` of small folders: everything that resolves, with its place and in a fixed order, despite errors.

import { describe, expect, test } from 'vitest';
import { compile, page } from '../compile.ts';
import { exportReference } from '../../src/outputs/export/index.ts';
import { exportOf, findingsOf, formOf, itemsOf } from './export-of.ts';

const property = 'properties:\n  - key: id\n    type: string\n    description: (thing.id)\n';
const descriptions = 'thing:\n  self: The thing.\n  id: The id.';

test('an item has its name, type, text and placeholder, with their places', () => {
  const exported = exportOf({ 'a/b.mdx': page({ js: property }, { descriptions }) });
  expect(findingsOf(exported)).toEqual([]);
  expect(formOf(exported, 'a/b', 'thing', 'js')).toEqual({
    source: 'js',
    kind: 'object',
    key: 'Thing',
    description: { text: 'The thing.', origin: { file: 'a/b.mdx', line: 4, column: 11 } },
    origin: { file: 'a/b.mdx', line: 8, column: 7 },
    properties: [
      {
        name: 'id',
        identity: 'thing.id',
        anchor: 'thing.id',
        type: 'string',
        optional: false,
        description: { text: 'The id.', origin: { file: 'a/b.mdx', line: 5, column: 9 } },
        placeholder: 'thing.id',
        display: 'folded',
        origin: { file: 'a/b.mdx', line: 11, column: 11 },
        items: [],
      },
    ],
  });
});

test('columns count code points', () => {
  const file = page({ js: 'properties:\n  - {key: id, type: "😀", description: Text.}\n' });
  const [item] = itemsOf(formOf(exportOf({ 'a.mdx': file }), 'a', 'thing', 'js'));
  expect(item!.description!.origin).toEqual({ file: 'a.mdx', line: 7, column: 45 });
});

test('an item has its default, its version, and its deprecation with its text', () => {
  const list =
    'properties:\n  - key: a\n    type: t\n    description: A.\n    deprecated: true\n' +
    '    since: 1.2.0\n    default: 10\n' +
    '  - key: b\n    type: t\n    description: B.\n    deprecated: "Use `a`."\n' +
    '  - key: c [Deprecated]\n    type: t\n    description: C.\n' +
    '  - key: d\n    type: t\n    description: D.\n    deprecated: false\n';
  const items = itemsOf(formOf(exportOf({ 'a.mdx': page({ js: list }) }), 'a', 'thing', 'js'));
  expect(items.map(({ name, deprecated, since, default: value }) => [name, deprecated, since, value])).toEqual([
    ['a', true, '1.2.0', '10'],
    ['b', { text: 'Use `a`.', origin: { file: 'a.mdx', line: 16, column: 23 } }, undefined, undefined],
    ['c', true, undefined, undefined],
    ['d', undefined, undefined, undefined],
  ]);
});

test('a wrapper has only an anchor, an unwrapped container only an identity, and plumbing a flag', () => {
  const file = page({
    js:
      'parameters:\n  - key: options\n    expanded: true\n    properties:\n      - key: user\n' +
      '        unwrap: true\n        properties:\n          - key: id\n            type: t\n' +
      '            description: d\n',
    go: 'parameters:\n  - key: ctx\n    type: t\n    description: d\n  - key: ID\n    type: t\n    description: d\n',
  });
  const exported = exportOf({ 'a.mdx': file });
  const [options] = itemsOf(formOf(exported, 'a', 'thing', 'js'));
  expect([options!.identity, options!.anchor]).toEqual([undefined, 'thing.parameters']);
  expect([options!.items[0]!.identity, options!.items[0]!.anchor]).toEqual(['thing.parameters.user', undefined]);
  const [ctx, id] = itemsOf(formOf(exported, 'a', 'thing', 'go'));
  expect([ctx!.isPlumbing, id!.isPlumbing]).toEqual([true, undefined]);
});

describe('a reference', () => {
  const shared =
    '---\ndescriptions:\n  limit:\n    self: How many.\nreference:\n  js:\n    - key: limit\n' +
    '      type: number\n      optional: true\n      description: (limit)\n---\n# Shared\n';

  test('to a shared parameter has its type and text, and is optional only in requests, at any depth', () => {
    const lists =
      'parameters:\n  - (limit)\n' +
      'returns:\n  - (limit)\n  - key: page\n    type: Page\n    description: d\n    properties:\n      - (limit)\n';
    const exported = exportOf({ 'shared.mdx': shared, 'a.mdx': page({ js: lists }) });
    const form = formOf(exported, 'a', 'thing', 'js')!;
    const facts = { name: 'limit', type: 'number', reference: { key: 'limit' }, description: { text: 'How many.' } };
    expect(form.parameters![0]).toMatchObject({ ...facts, optional: true });
    expect(form.returns![0]).toMatchObject({ ...facts, optional: false });
    expect(form.returns![1]!.items[0]).toMatchObject({ ...facts, optional: false });
    expect(form.parameters![0]!.origin).toEqual({ file: 'a.mdx', line: 7, column: 11 });
    expect(exported.pages.find(({ route }) => route === 'shared')!.shared).toEqual([
      {
        language: 'js',
        key: 'limit',
        type: 'number',
        optional: true,
        description: { text: 'How many.', origin: { file: 'shared.mdx', line: 4, column: 11 } },
        placeholder: 'limit',
        origin: { file: 'shared.mdx', line: 7, column: 7 },
      },
    ]);
  });

  test('to an entity is one row with its target; to a member, that item with its own items', () => {
    const user = page({
      js:
        'properties:\n  - key: email\n    type: string\n    optional: true\n' +
        '    description: Its address.\n    properties:\n      - key: host\n        type: string\n' +
        '        description: The host.\n',
    })
      .replaceAll('Thing', 'User')
      .replace('id: thing', 'id: user');
    const exported = exportOf({
      'u/user.mdx': user,
      'a.mdx': page({ js: 'returns:\n  - (User)\n  - (User.email)\n' }),
    });
    const [whole, member] = formOf(exported, 'a', 'thing', 'js')!.returns!;
    expect(whole).toMatchObject({ name: 'User', target: { route: 'u/user', id: 'user' }, items: [] });
    expect(whole!.type).toBeUndefined();
    // A member keeps its own `optional` in a response too.
    expect(member).toMatchObject({ name: 'email', optional: true, identity: 'thing.returns.email' });
    const place = 'thing.returns.email.host';
    expect(member!.items).toMatchObject([
      { name: 'host', description: { text: 'The host.' }, identity: place, anchor: place },
    ]);
  });
});

describe('with errors', () => {
  test('everything that resolves is exported, and findings explain the rest', () => {
    const lists = `${property}  - key: name\n    type: string\n    description: (thing.nmae)\n  - (Nothing)\n`;
    const exported = exportOf({
      'a.mdx': page({ js: lists }, { descriptions }),
      'broken.mdx': '---\ntitle: [\n---\n# Broken\n\nText.\n',
      'body.mdx': '# Body\n\n<Open>\n',
    });
    expect(findingsOf(exported)).toEqual([
      'unknown-placeholder a.mdx:16',
      'unknown-reference a.mdx:17',
      'mdx-syntax body.mdx:3',
      'yaml-syntax broken.mdx:3',
    ]);
    const [id, name, nothing] = itemsOf(formOf(exported, 'a', 'thing', 'js'));
    expect(id!.description?.text).toBe('The id.');
    expect([name!.description, name!.placeholder]).toEqual([undefined, 'thing.nmae']);
    expect(nothing).toMatchObject({ name: 'Nothing', reference: { key: 'Nothing' }, items: [] });
    const bodies = Object.fromEntries(exported.pages.map(({ route, body }) => [route, body]));
    expect(bodies['broken']).toMatchObject({ text: '# Broken\n\nText.\n' });
    expect(bodies['body']).toMatchObject({ text: '# Body\n\n<Open>\n', isBroken: true });
  });

  test('keys such as `__proto__` are plain data, or are refused', () => {
    const exported = exportOf({
      'a.mdx': page({ js: 'properties:\n  - key: __proto__\n    type: constructor\n    description: toString\n' }),
      'b.mdx': '---\nexternalAssets:\n  __proto__: https://example.com\n  constructor: https://example.com\n---\n# B\n',
    });
    expect(itemsOf(formOf(exported, 'a', 'thing', 'js'))).toMatchObject([
      { name: '__proto__', type: 'constructor', description: { text: 'toString' } },
    ]);
    const assets = (exported.pages[1] as unknown as { externalAssets: object }).externalAssets;
    expect(Object.keys(assets)).toEqual(['constructor']);
  });
});

test('a link has its written address, its place and its target', () => {
  const body = '# Thing\n\nTo [B](/b#two), [out](https://example.com) and ![A picture](x.png).\n\n[gone](/gone)\n';
  const list = 'properties:\n  - key: id\n    type: t\n    description: >\n      Folded,\n      see [B](/b).\n';
  const exported = exportOf({
    'a.mdx': page({ js: list }, { body }),
    'b.mdx': '# B\n\n## Two\n',
    'site.yaml': 'title: Site\nlanguages: [js]\n',
  });
  const links = exported.pages.find(({ route }) => route === 'a')! as unknown as { links: object[] };
  expect(links.links).toEqual([
    {
      kind: 'link',
      url: '/b#two',
      origin: { file: 'a.mdx', line: 16, column: 4 },
      target: { kind: 'page', route: 'b', anchor: 'two' },
    },
    {
      kind: 'link',
      url: 'https://example.com',
      origin: { file: 'a.mdx', line: 16, column: 17 },
      target: { kind: 'external', url: 'https://example.com' },
    },
    { kind: 'image', url: 'x.png', origin: { file: 'a.mdx', line: 16, column: 48 }, target: { kind: 'dangling' } },
    { kind: 'link', url: '/gone', origin: { file: 'a.mdx', line: 18, column: 1 }, target: { kind: 'dangling' } },
    {
      kind: 'link',
      url: '/b',
      origin: { file: 'a.mdx', line: 11, column: 17 },
      target: { kind: 'page', route: 'b' },
    },
  ]);
});

test('the document has samples with regions, blocks with their samples, the navigation and redirects', () => {
  const exported = exportOf({
    'site.yaml': 'title: Site\nlanguages: [js, ruby]\nredirects:\n  /old: /s/a\n',
    's/_navigation.mdx': '---\ntitle: Section\nlinks:\n  - title: First\n    url: /s/a\n---\n',
    's/a.mdx': '# A\n\n## (1) Begin {{ "visibility": "no-quick-nav" }}\n\n<CodeBlock file="list" />\n',
    's/_samples/list.js': 'before();\n// region one\nlist();\n// endregion\n',
    '_samples/list.rb': 'list\n',
  }) as unknown as Record<string, never>;
  expect(exported['samples']).toMatchObject([
    { file: '_samples/list.rb', folder: '', stem: 'list', extension: '.rb', text: 'list\n', regions: [] },
    { file: 's/_samples/list.js', folder: 's', stem: 'list', extension: '.js', regions: [{ name: 'one' }] },
  ]);
  const [a] = (exported as unknown as { pages: Record<string, unknown>[] }).pages;
  expect(a!['blocks']).toMatchObject([
    { panels: [{ stem: 'list', samples: { js: 's/_samples/list.js', ruby: '_samples/list.rb' } }] },
  ]);
  expect(a!['headings']).toEqual([
    { level: 1, text: 'A', anchor: 'a', path: '' },
    { level: 2, text: 'Begin', anchor: '1-begin', path: '1-begin', step: '1', isListed: false },
  ]);
  expect(exported['navigation']).toEqual([
    { title: 'Section', path: 's', links: [{ title: 'First', url: '/s/a', links: [] }] },
  ]);
  expect(exported['redirects']).toEqual([{ from: 'old', to: 's/a' }]);
});

test('the same folder gives the same bytes, in any order of its files', () => {
  const files = {
    'b.mdx': page({ js: property, ruby: property }),
    'a.mdx': page({ ruby: 'properties:\n  - (Other)\n' }, { descriptions }),
    'z.mdx': '---\ndescriptions:\n  thing:\n    id: Another.\n---\n# Z\n',
    '_samples/y.rb': 'y\n',
    '_samples/x.rb': 'x\n',
    'x/_navigation.mdx': '---\ntitle: X\nlinks: []\n---\n',
    'x/one.mdx': '# One\n',
  };
  const bytes = (given: Readonly<Record<string, string>>): string => {
    const { resolved, diagnostics } = compile(given);
    return JSON.stringify(exportReference(resolved, diagnostics));
  };
  expect(bytes(Object.fromEntries(Object.entries(files).toReversed()))).toBe(bytes(files));
  expect(bytes(files)).toBe(bytes(files));
});
