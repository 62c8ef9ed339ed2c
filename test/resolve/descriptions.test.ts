// Placeholders: the deep merge over all pages, `self`, placeholder leaves, greedy paths (format.md 3.2, 3.3 and 3.4).

import { expect, test } from 'vitest';
import { compile, findings, page, rowsOf, view } from '../compile.ts';

const property = (description: string): string =>
  `properties:\n  - key: id\n    type: string\n    description: ${description}\n`;

async function textOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const compilation = compile(files);
  expect(findings(compilation).filter((finding) => !finding.includes('unused-description'))).toEqual([]);
  return rowsOf(await view(compilation, 'a', 'js'))[0]?.html;
}

test.each([
  ['of the page itself', '(thing.id)', 'thing:\n  id: The id.'],
  ['of a map by its self', '(thing)', 'thing:\n  self: The id.\n  other: Other.'],
  ['through a text that is a placeholder', '(thing.id)', 'thing:\n  id: (base.id)\nbase:\n  id: The id.'],
  ['by the longest key that exists', '(thing.a.b)', 'thing:\n  a.b: The id.\n  a:\n    b: Another.'],
  ['with white space around the parentheses', '"  (thing.id) "', 'thing:\n  id: The id.'],
])('a text %s', async (_name, description, descriptions) => {
  expect(await textOf({ 'a.mdx': page({ js: property(description) }, { descriptions }) })).toBe('<p>The id.</p>');
});

test('uses a text of another page if both pages add to one map', async () => {
  const files = {
    'a.mdx': page({ js: property('(thing.id)') }, { descriptions: 'thing:\n  name: The name.' }),
    'b.mdx': '---\ndescriptions:\n  thing:\n    id: The id.\n---\n# B\n',
  };
  expect(await textOf(files)).toBe('<p>The id.</p>');
});

test('a text that contains a word in parentheses is not a placeholder', async () => {
  expect(await textOf({ 'a.mdx': page({ js: property("'The id (thing.id) itself.'") }) })).toBe(
    '<p>The id (thing.id) itself.</p>',
  );
});

test('placeholders are case-sensitive', () => {
  const files = { 'a.mdx': page({ js: property('(Thing.id)') }, { descriptions: 'thing:\n  id: The id.' }) };
  expect(findings(compile(files))).toContain('error unknown-placeholder a.mdx:12:24');
});

test('a cycle is reported once, at its first placeholder in path order', () => {
  const files = {
    'b.mdx': '---\ndescriptions:\n  x: (y)\n---\n# B\n',
    'a.mdx': page({ js: property('(x)') }, { descriptions: 'y: (z)\nz: (x)' }),
  };
  expect(findings(compile(files))).toEqual(['error placeholder-cycle a.mdx:3:6']);
});

test('a text with an unknown placeholder is reported once, however many items use the text', () => {
  const lists =
    'properties:\n  - key: id\n    type: a\n    description: (x)\n  - key: name\n    type: a\n    description: (x)\n';
  expect(findings(compile({ 'a.mdx': page({ js: lists }, { descriptions: 'x: (nowhere)' }) }))).toEqual([
    'error unknown-placeholder a.mdx:3:6',
  ]);
});

test.each([
  ['of a variant', '(thing.lowercase)', 'thing:\n  lowercase: The id.\n  titlecase: Other.'],
  ['of a folded scalar, whose value ends with a line break', '>\n      (thing.id)', 'thing:\n  id: The id.'],
  ['three levels down, through keys with dots', '(a.b.c.d)', 'a:\n  b.c:\n    d: The id.'],
  ['through a text to the `self` of a map', '(x)', 'x: (thing)\nthing:\n  self: The id.'],
])('a text %s', async (_name, description, descriptions) => {
  expect(await textOf({ 'a.mdx': page({ js: property(description) }, { descriptions }) })).toBe('<p>The id.</p>');
});

test('a path to a map without `self` is an error, and so is a path through a text', () => {
  const files = { 'a.mdx': page({ js: property('(thing)') }, { descriptions: 'thing:\n  id: The id.' }) };
  expect(findings(compile(files))).toContain('error placeholder-without-self a.mdx:12:24');
  const through = { 'a.mdx': page({ js: property('(thing.id.more)') }, { descriptions: 'thing:\n  id: The id.' }) };
  expect(findings(compile(through))).toContain('error unknown-placeholder a.mdx:12:24');
});

test('if a text and a map have the same path, the text is the `self` of the map', async () => {
  const files = {
    'a.mdx': page({ js: property('(thing)') }, { descriptions: 'thing:\n  id: Another.' }),
    'b.mdx': '---\ndescriptions:\n  thing: The id.\n---\n# B\n',
  };
  expect(await textOf(files)).toBe('<p>The id.</p>');
});

test('the texts and entities of a page with a disabled feature flag do not exist', () => {
  const files = {
    'a.mdx': page({ js: `${property('(thing.id)')}  - (limit)\n` }),
    'b.mdx':
      '---\nfeatureFlag: later\ndescriptions:\n  thing:\n    id: The id.\nreference:\n  js:\n    - key: limit\n' +
      '      description: d\n---\n# B\n',
  };
  expect(findings(compile(files))).toEqual([
    'error unknown-placeholder a.mdx:9:24',
    'error unknown-reference a.mdx:10:11',
  ]);
  const on = { ...files, 'site.yaml': 'title: Site\nlanguages: [js]\nflags: [later]\n' };
  expect(findings(compile(on))).toEqual([]);
});

test.each([
  ['equal', 'The id.', 'warning duplicate-description'],
  ['different', 'Another.', 'error conflicting-description'],
])(
  'of two %s texts with one path, the first in path order is used, and the finding names both places',
  async (_name, text, found) => {
    const files = {
      'b.mdx': `---\ndescriptions:\n  thing:\n    id: ${text}\n---\n# B\n`,
      'a.mdx': page({ js: property('(thing.id)') }, { descriptions: 'thing:\n  id: The id.' }),
    };
    const compilation = compile(files);
    expect(findings(compilation)).toEqual([`${found} b.mdx:4:5`]);
    expect(compilation.diagnostics[0]!.related.map(({ source, range }) => [source.path, range.start])).toEqual([
      ['a.mdx', files['a.mdx'].indexOf('id: The')],
    ]);
    expect(rowsOf(await view(compilation, 'a', 'js'))[0]!.html).toBe('<p>The id.</p>');
  },
);

test('a page with a disabled feature flag adds no language', () => {
  const files = {
    'a.mdx': page({ js: property('d') }),
    'b.mdx': page({ ruby: property('d') }).replace('---\n', '---\nfeatureFlag: later\n'),
  };
  const languages = (more: Readonly<Record<string, string>>): readonly string[] =>
    compile({ ...files, ...more }).resolved.site.languages.map(({ id }) => id);
  expect(languages({})).toEqual(['js']);
  expect(languages({ 'site.yaml': 'title: Site\nflags: [later]\n' })).toEqual(['js', 'ruby']);
});
