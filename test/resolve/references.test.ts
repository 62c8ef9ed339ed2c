// `(Key)` and `(Key.member)` mean entities of the same language, on any page, in the nearest folder (format.md 4.5).

import { describe, expect, test } from 'vitest';
import { compile, findings, page, rowsOf, view } from '../compile.ts';

const shared = (language: string, key: string, type: string): string =>
  `---\ndescriptions:\n  text:\n    ${type}: About ${type}.\nreference:\n  ${language}:\n    - key: ${key}\n` +
  `      type: ${type}\n      optional: true\n      description: (text.${type})\n---\n# Shared\n`;

const rowOf = async (files: Readonly<Record<string, string>>, route: string, language = 'js') =>
  rowsOf(await view(compile(files), route, language))[0];

test('a shared parameter gives its type, its text and its “optional”', async () => {
  const files = { 'shared.mdx': shared('js', 'limit', 'number'), 'a.mdx': page({ js: 'parameters:\n  - (limit)\n' }) };
  expect(findings(compile(files))).toEqual([]);
  expect(await rowOf(files, 'a')).toMatchObject({
    name: 'limit',
    type: [{ text: 'number' }],
    isOptional: true,
    html: '<p>About number.</p>',
    anchor: 'thing.parameters.limit',
  });
});

test('in a response the same parameter is not optional', async () => {
  const files = { 'shared.mdx': shared('js', 'limit', 'number'), 'a.mdx': page({ js: 'returns:\n  - (limit)\n' }) };
  expect(await rowOf(files, 'a')).toMatchObject({ name: 'limit', isOptional: false });
});

test('a reference means an entity of its own language', () => {
  const files = { 'shared.mdx': shared('go', 'limit', 'int'), 'a.mdx': page({ js: 'parameters:\n  - (limit)\n' }) };
  expect(findings(compile(files))).toContain('error unknown-reference a.mdx:7:11');
});

describe('of several entities with the key', () => {
  const reader = page({ js: 'parameters:\n  - (limit)\n' });

  test('a reference means the one in the nearest folder', async () => {
    const files = {
      'x/near.mdx': shared('js', 'limit', 'near'),
      'y/far.mdx': shared('js', 'limit', 'far'),
      'x/deep/a.mdx': reader,
    };
    expect(findings(compile(files))).toEqual([]);
    expect(await rowOf(files, 'x/deep/a')).toMatchObject({ type: [{ text: 'near' }] });
  });

  test('the name of a file does not count as a folder', async () => {
    const files = {
      'x/zones.mdx': shared('js', 'limit', 'near'),
      'x/zones/b/far.mdx': shared('js', 'limit', 'far'),
      'x/a.mdx': reader,
    };
    expect(findings(compile(files))).toEqual(['error ambiguous-reference x/a.mdx:7:11']);
  });

  test('equal ones are not ambiguous', () => {
    const same = shared('js', 'limit', 'number')
      .replace(/descriptions:[^]*?reference:/, 'reference:')
      .replace('(text.number)', 'About it.');
    expect(findings(compile({ 'x/one.mdx': same, 'y/two.mdx': same, 'a.mdx': reader }))).toEqual([]);
  });

  test.each([
    ['type', ['type: number', 'type: string']],
    ['“optional”', ['optional: true', 'optional: false']],
    ['text', ['(text.number)', 'About it.']],
    ['“deprecated”', ['optional: true', 'optional: true\n      deprecated: true']],
    ['“since”', ['optional: true', 'optional: true\n      since: 1.0.0']],
  ] as const)('ones that differ in their %s are ambiguous', (_name, [from, to]) => {
    const one = shared('js', 'limit', 'number');
    const other = one.replace(/descriptions:[^]*?reference:/, 'reference:').replace(from, to);
    const files = { 'x/one.mdx': one, 'y/two.mdx': other, 'a.mdx': reader };
    expect(findings(compile(files)).filter((text) => text.startsWith('error'))).toEqual([
      'error ambiguous-reference a.mdx:7:11',
    ]);
  });

  test('a reference to a member compares the members, and never the urls', () => {
    const user = (type: string, more: string): string =>
      page({
        js:
          `url: /${more}\nproperties:\n  - key: id\n    type: ${type}\n    description: d\n  - key: ${more}\n` +
          '    type: t\n    description: d\n',
      })
        .replaceAll('Thing', 'User')
        .replace('id: thing', `id: user_${more}`);
    const errors = (one: string, two: string, lists: string): readonly string[] =>
      findings(compile({ 'x/one.mdx': one, 'y/two.mdx': two, 'a.mdx': page({ js: lists }) })).filter((text) =>
        text.startsWith('error'),
      );
    const [same, alike] = [user('string', 'a'), user('string', 'b')];
    expect(errors(same, alike, 'returns:\n  - (User.id)\n')).toEqual([]);
    expect(errors(same, alike, 'returns:\n  - (User)\n')).toEqual(['error ambiguous-reference a.mdx:7:11']);
    expect(errors(same, user('number', 'b'), 'returns:\n  - (User.id)\n')).toEqual([
      'error ambiguous-reference a.mdx:7:11',
    ]);
    expect(errors(same, same.replace('url: /a', 'url: /other'), 'returns:\n  - (User)\n')).toEqual([]);
    // A member that only one of them has is ambiguous; a member that none of them has is unknown.
    expect(errors(same, alike, 'returns:\n  - (User.a)\n')).toEqual(['error ambiguous-reference a.mdx:7:11']);
    expect(errors(same, alike, 'returns:\n  - (User.c)\n')).toEqual(['error unknown-member a.mdx:7:11']);
  });

  test('ones in different folders at the top are ambiguous, since no folder contains all of them', () => {
    const files = {
      'one.mdx': shared('js', 'limit', 'one'),
      'x/two.mdx': shared('js', 'limit', 'two'),
      'a.mdx': reader,
    };
    expect(findings(compile(files))).toContain('error ambiguous-reference a.mdx:7:11');
  });
});

test('a reference to an entity is one row that links to it, with its own text or the text of its id', async () => {
  const target = page({ js: 'properties:\n  - key: id\n    type: string\n    description: Its id.\n' })
    .replaceAll('Thing', 'User')
    .replace('id: thing', 'id: the-user');
  const files = {
    'users/user.mdx': target.replace('reference:', 'descriptions:\n  the_user:\n    self: The user.\nreference:'),
    'a.mdx': page({ js: 'returns:\n  - (User)\n' }),
  };
  expect(findings(compile(files))).toEqual([]);
  expect(await rowOf(files, 'a')).toMatchObject({
    name: 'User',
    nameHref: '../users/user/#the-user',
    type: [],
    html: '<p>The user.</p>',
    children: [],
  });
});

test('a reference to a member is a row with that property of the entity', async () => {
  const target = page({ js: 'properties:\n  - key: email\n    type: string\n    description: The e-mail address.\n' })
    .replaceAll('Thing', 'User')
    .replace('id: thing', 'id: user');
  const files = { 'user.mdx': target, 'a.mdx': page({ js: 'returns:\n  - (User.email)\n' }) };
  expect(findings(compile(files))).toEqual([]);
  expect(await rowOf(files, 'a')).toMatchObject({
    name: 'email',
    type: [{ text: 'string' }],
    html: '<p>The e-mail address.</p>',
  });
});

test('the rows inside a member have the anchors of the member in all languages, and plumbing stays plumbing', () => {
  const valve = (language: string, [key, member, inner]: readonly string[]): string =>
    `  ${language}:\n    - key: ${key}\n      id: valve\n      properties:\n        - key: ${member}\n` +
    `          type: t\n          description: d\n          properties:\n            - key: ${inner}\n` +
    '              type: t\n              description: d\n';
  const files = {
    'valve.mdx':
      `---\nreference:\n${valve('curl', ['valve', 'location', 'latitude'])}` +
      `${valve('js', ['Valve', 'location', 'Latitude'])}${valve('go', ['Valve', 'err', 'code'])}---\n# V\n`,
    'open.mdx': page({
      curl: 'parameters:\n  - (valve.location)\n  - key: force\n    type: boolean\n    description: d\n',
      js:
        'parameters:\n  - key: options\n    type: t\n    unwrap: true\n    description: d\n    properties:\n' +
        '      - (Valve.location)\n',
      go: 'returns:\n  - (Valve.err)\n',
    }).replaceAll('id: thing', 'id: open_valve'),
  };
  const compilation = compile(files);
  const rows = (language: string) =>
    compilation.resolved.pages
      .get('open')!
      .entities[0]!.forms.get(language)!
      .lists.flatMap(({ items }) => items);
  const latitude = 'open_valve.parameters.location.latitude';
  expect(rows('curl')[0]!.children[0]).toMatchObject({ identity: latitude, anchor: latitude });
  expect(rows('js')[0]!.children[0]!.children[0]).toMatchObject({
    name: 'Latitude',
    identity: latitude,
    anchor: latitude,
  });
  expect(rows('go')[0]!.children[0]).toMatchObject({ identity: 'open_valve.returns.err.code', isPlumbing: true });
  // Links may lead there.
  const linking = { ...files, 'a.mdx': `# A\n\n[latitude](/open#${latitude})\n` };
  expect(findings(compile(linking))).toEqual(findings(compilation));
});

test('reports a clash inside a member where the member is written, and of two references at the later one', () => {
  const files = {
    'user.mdx': page({
      js:
        'properties:\n  - key: name\n    type: t\n    description: d\n    properties:\n      - key: a b\n' +
        '        type: t\n        description: d\n      - key: a_b\n        type: t\n        description: d\n' +
        '      - key: a-b\n        type: t\n        description: d\n      - key: a+b\n        type: t\n' +
        '        description: d\n',
    })
      .replaceAll('Thing', 'User')
      .replace('id: thing', 'id: user'),
    'a.mdx': page({ js: 'returns:\n  - (User.name)\n' }),
  };
  const clashes = (texts: Readonly<Record<string, string>>): readonly string[] =>
    findings(compile(texts)).filter((text) => text.includes('identity-clash'));
  const inMember = ['warning identity-clash user.mdx:14:20', 'warning identity-clash user.mdx:20:20'];
  expect(clashes(files)).toEqual(inMember);
  const twice = page({ js: 'returns:\n  - (User.name)\n  - (User.name)\n' });
  expect(clashes({ ...files, 'a.mdx': twice })).toEqual(['warning identity-clash a.mdx:8:11', ...inMember]);
});

test('reports a missing member, and a path of several members', () => {
  const target = page({ js: 'properties:\n  - key: email\n    type: string\n    description: Its address.\n' })
    .replaceAll('Thing', 'User')
    .replace('id: thing', 'id: user');
  const files = { 'user.mdx': target, 'a.mdx': page({ js: 'returns:\n  - (User.emial)\n  - (User.email.host)\n' }) };
  const compilation = compile(files);
  expect(findings(compilation)).toEqual(['error unknown-member a.mdx:7:11', 'error reference-too-deep a.mdx:8:11']);
  expect(compilation.diagnostics[0]?.hint).toBe('Did you mean `(User.email)`?');
});
