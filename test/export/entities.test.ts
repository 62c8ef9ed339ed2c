// The entities of a page, their languages and their kinds (format.md 4.1 and 4.2), as the export has them.

import { describe, expect, test } from 'vitest';
import { compile, findings, page, view } from '../compile.ts';
import { exportOf, findingsOf, formOf, itemsOf } from './export-of.ts';

const site = (languages: string): Readonly<Record<string, string>> => ({
  'site.yaml': `title: Site\nlanguages: [${languages}]\n`,
});
const field = (key: string, more = ''): string => `- key: ${key}\n    type: t\n    description: d\n${more}`;
const properties = (key: string): string => `properties:\n  ${field(key)}`;

describe('json', () => {
  const files = {
    ...site('curl, js, ruby'),
    'a.mdx': page({ json: properties('wire_name'), ruby: properties('name') }),
  };

  test('replaces the missing form of every language, and is not a language itself', async () => {
    const exported = exportOf(files);
    expect(findingsOf(exported)).toEqual([]);
    const sources = Object.fromEntries(
      Object.entries(exported.pages[0]!.entities[0]!.forms).map(([language, { source }]) => [language, source]),
    );
    expect(sources).toEqual({ curl: 'json', js: 'json', ruby: 'ruby' });
    expect((await view(compile(files), 'a', 'js')).tabs.map(({ id, isAvailable }) => [id, isAvailable])).toEqual([
      ['curl', true],
      ['js', true],
      ['ruby', true],
    ]);
  });

  test('refers to entities of json', () => {
    const shared = (language: string, type: string): string =>
      `---\nreference:\n  ${language}:\n    - key: code\n      type: ${type}\n      description: d\n---\n# C\n`;
    const reader = page({ json: 'properties:\n  - (code)\n' });
    const exported = exportOf({
      ...site('js'),
      'j.mdx': shared('json', 'wire'),
      's.mdx': shared('js', 'own'),
      'a.mdx': reader,
    });
    expect(itemsOf(formOf(exported, 'a', 'thing', 'js'))).toMatchObject([{ name: 'code', type: 'wire' }]);
    expect(findings(compile({ ...site('js'), 's.mdx': shared('js', 'own'), 'a.mdx': reader }))).toContain(
      'error unknown-reference a.mdx:7:11',
    );
  });

  test('names a field that curl does not have', () => {
    const exported = exportOf({
      ...site('js, ruby'),
      'a.mdx': page({ js: properties('someId'), json: properties('some_id') }),
    });
    expect(itemsOf(formOf(exported, 'a', 'thing', 'js'))[0]!.identity).toBe('thing.some_id');
  });
});

describe('an entity', () => {
  test('is identified by its page and id: two pages may have the same id', () => {
    const files = { 'a.mdx': page({ js: properties('one') }), 'b.mdx': page({ js: properties('two') }) };
    const exported = exportOf(files);
    expect(findingsOf(exported)).toEqual([]);
    expect(['a', 'b'].map((route) => itemsOf(formOf(exported, route, 'thing', 'js'))[0]!.name)).toEqual(['one', 'two']);
  });

  test('with another id in another language is a second entity', async () => {
    const text =
      '---\nreference:\n  js:\n    - key: A\n      id: one\n      properties: []\n  ruby:\n' +
      '    - key: A\n      id: two\n      properties: []\n---\n# A\n';
    const files = { ...site('js, ruby, go'), 'a.mdx': text };
    const [only] = exportOf(files).pages;
    expect(only!.entities.map(({ id, forms }) => [id, Object.keys(forms)])).toEqual([
      ['one', ['js']],
      ['two', ['ruby']],
    ]);
    const compilation = compile(files);
    const shown = async (language: string): Promise<readonly string[]> =>
      (await view(compilation, 'a', language)).entities.map(({ anchor }) => anchor);
    expect([await shown('js'), await shown('ruby')]).toEqual([['one'], ['two']]);
    expect((await view(compilation, 'a', 'go')).missing).toBeDefined();
  });

  test('has its languages in the order of the site, in any order of the file', () => {
    const entity = (id: string): string => `    - key: ${id}\n      id: ${id}\n      parameters: []\n`;
    const shared = (key: string): string => `    - key: ${key}\n      type: t\n      description: d\n`;
    const ruby = `  ruby:\n${entity('b')}${entity('a')}${shared('r')}`;
    const js = `  js:\n${entity('a')}${entity('c')}${entity('b')}${shared('j')}`;
    const json = `  json:\n${entity('d')}`;
    const go = `  go:\n${entity('e')}`;
    const expected = [
      ['a', ['js', 'ruby']],
      ['c', ['js']],
      ['b', ['js', 'ruby']],
      ['e', ['go']],
      ['d', ['js', 'go', 'ruby']],
    ];
    for (const languages of [ruby + js + json + go, json + go + js + ruby]) {
      const [only] = exportOf({ ...site('js, go, ruby'), 'a.mdx': `---\nreference:\n${languages}---\n# A\n` }).pages;
      expect(only!.entities.map(({ id, forms }) => [id, Object.keys(forms)])).toEqual(expected);
      expect(only!.shared.map(({ key }) => key)).toEqual(['j', 'r']);
      expect(only!.languages).toEqual(['js', 'go', 'ruby']);
    }
    const [few] = exportOf({ ...site('js, go, ruby'), 'a.mdx': `---\nreference:\n${ruby}${js}---\n# A\n` }).pages;
    expect(few!.languages).toEqual(['js', 'ruby']);
  });

  test.each([
    [`properties:\n  ${field('a')}`, 'object', ['properties']],
    [`returns: []\nproperties:\n  ${field('a')}parameters: []`, 'object', ['properties']],
    [`properties: []\nreturns:\n  ${field('a')}`, 'method', ['returns']],
    ['properties: []', 'method', []],
    ['returns: []\nparameters: []', 'method', []],
    ['type: t', 'method', []],
    [`parameters:\n  ${field('a')}properties:\n  ${field('b')}`, 'method', ['parameters']],
  ])('with %j gets its kind from its lists', (lists, kind, names) => {
    const form = formOf(exportOf({ 'a.mdx': page({ js: lists }) }), 'a', 'thing', 'js')!;
    expect(form.kind).toBe(kind);
    expect(['properties', 'parameters', 'returns'].filter((name) => name in form)).toEqual(names);
  });

  test('that is a method has its properties among its parameters, with the identities of parameters', () => {
    const exported = exportOf({ 'a.mdx': page({ js: `parameters:\n  ${field('a')}properties:\n  ${field('b')}` }) });
    expect(findingsOf(exported)).toEqual(['properties-on-method a.mdx:10']);
    expect(itemsOf(formOf(exported, 'a', 'thing', 'js')).map(({ identity }) => identity)).toEqual([
      'thing.parameters.a',
      'thing.parameters.b',
    ]);
  });

  test('without an id is a shared parameter without a form, and its page is for all languages', () => {
    const text = '---\nreference:\n  js:\n    - key: limit\n      description: d\n---\n# Shared\n';
    const [only] = exportOf({ ...site('js, ruby'), 'a.mdx': text }).pages;
    expect(only).toMatchObject({ entities: [], shared: [{ language: 'js', key: 'limit' }] });
    expect(only).not.toHaveProperty('languages');
  });

  test('reserves its id before headings get theirs, in any language', () => {
    const body = '# Thing\n\n## Thing\n';
    const [only] = exportOf({ ...site('js, ruby'), 'a.mdx': page({ ruby: properties('id') }, { body }) }).pages;
    expect((only as unknown as { headings: { anchor: string }[] }).headings.map(({ anchor }) => anchor)).toEqual([
      'thing-2',
      'thing-3',
    ]);
  });
});

describe('the key of an item', () => {
  const itemOf = (item: string) => {
    const exported = exportOf({
      ...site('curl, js'),
      'a.mdx': page({ curl: properties('email'), js: `properties:\n  ${item}` }),
    });
    return {
      item: itemsOf(formOf(exported, 'a', 'thing', 'js'))[0]!,
      findings: findingsOf(exported).map((text) => text.split(' ')[0]),
    };
  };

  test.each([
    ['email?', { name: 'email', optional: true, identity: 'thing.email' }, ['optional-in-key']],
    ['email [Deprecated]', { name: 'email', deprecated: true, identity: 'thing.email' }, ['deprecated-in-key']],
    [
      'email? [Deprecated]',
      { name: 'email', deprecated: true, optional: true, identity: 'thing.email' },
      ['deprecated-in-key', 'optional-in-key'],
    ],
    ['Task<Email?>', { name: 'Task<Email?>', optional: false }, []],
    ['"?"', { name: '?', optional: false }, []],
  ])('%s gives the name and its flags', (key, expected, codes) => {
    const { item, findings: found } = itemOf(field(key));
    expect(item).toMatchObject(expected);
    expect(found).toEqual(codes);
  });

  test('`optional: false` takes precedence over a `?` in the key', () => {
    expect(itemOf(field('email?', '    optional: false\n')).item.optional).toBe(false);
  });

  test('`anonymous` is not exported as a name', () => {
    expect(itemOf(field('anonymous')).item.name).toBeUndefined();
  });

  test('the type of an item is trimmed', () => {
    expect(itemOf('- key: email\n    description: d\n    type: >\n      string\n').item.type).toBe('string');
  });
});

describe('identity', () => {
  const described = (key: string, path: string): string =>
    `properties:\n  - key: ${key}\n    type: t\n    description: (${path})\n`;
  const identities = (files: Readonly<Record<string, string>>, languages: readonly string[]): readonly unknown[] => {
    const exported = exportOf(files);
    return languages.map((language) => itemsOf(formOf(exported, 'a', 'thing', language))[0]!.identity);
  };

  test('takes names from custom languages in the order of the site, after built-in languages', () => {
    const forms = { zig: described('FirstName', 'n'), rust: described('SecondName', 'n') };
    const files = (languages: string): Readonly<Record<string, string>> => ({
      ...site(languages),
      'a.mdx': page(forms, { descriptions: 'n: N.' }),
    });
    expect(identities(files('{id: zig}, {id: rust}'), ['zig', 'rust'])).toEqual([
      'thing.first_name',
      'thing.first_name',
    ]);
    expect(identities(files('{id: rust}, {id: zig}'), ['zig', 'rust'])).toEqual([
      'thing.second_name',
      'thing.second_name',
    ]);
    const known = { 'a.mdx': page({ ...forms, dotnet: described('ThirdName', 'n') }, { descriptions: 'n: N.' }) };
    expect(identities({ ...site('{id: zig}, dotnet, {id: rust}'), ...known }, ['zig'])).toEqual(['thing.third_name']);
  });

  test('ignores exactly the variants that the site lists', () => {
    const descriptions = 'state:\n  plural: One.\n  singular: Other.';
    const file = page(
      { js: described('states', 'state.plural'), ruby: described('condition', 'state.singular') },
      { descriptions },
    );
    const named = 'title: Site\nlanguages: [js, ruby]\nvariants: [plural, singular]\n';
    expect(identities({ 'site.yaml': named, 'a.mdx': file }, ['js', 'ruby'])).toEqual(['thing.states', 'thing.states']);
    expect(identities({ ...site('js, ruby'), 'a.mdx': file }, ['js', 'ruby'])).toEqual([
      'thing.states',
      'thing.condition',
    ]);
  });

  test('compares paths as written: two paths with the same text are different', () => {
    const descriptions = 'a: (b)\nb: B.';
    const file = page({ js: described('one', 'a'), ruby: described('two', 'b') }, { descriptions });
    expect(identities({ ...site('js, ruby'), 'a.mdx': file }, ['js', 'ruby'])).toEqual(['thing.one', 'thing.two']);
  });
});
