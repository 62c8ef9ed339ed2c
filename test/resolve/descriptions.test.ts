// Placeholders: the deep merge over all pages, `self`, placeholder leaves, greedy paths (format.md 3).

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
  ['through a leaf that is a placeholder', '(thing.id)', 'thing:\n  id: (base.id)\nbase:\n  id: The id.'],
  ['by the longest key that exists', '(thing.a.b)', 'thing:\n  a.b: The id.\n  a:\n    b: Another.'],
  ['with white space around the parentheses', '"  (thing.id) "', 'thing:\n  id: The id.'],
])('a text %s', async (_name, description, descriptions) => {
  expect(await textOf({ 'a.mdx': page({ js: property(description) }, { descriptions }) })).toBe('<p>The id.</p>');
});

test('a text of another page, where both pages add to one map', async () => {
  const files = {
    'a.mdx': page({ js: property('(thing.id)') }, { descriptions: 'thing:\n  name: The name.' }),
    'b.mdx': '---\ndescriptions:\n  thing:\n    id: The id.\n---\n# B\n',
  };
  expect(await textOf(files)).toBe('<p>The id.</p>');
});

test('a text with a word in parentheses is no placeholder', async () => {
  expect(await textOf({ 'a.mdx': page({ js: property("'The id (thing.id) itself.'") }) })).toBe(
    '<p>The id (thing.id) itself.</p>',
  );
});

test('case counts', () => {
  const files = { 'a.mdx': page({ js: property('(Thing.id)') }, { descriptions: 'thing:\n  id: The id.' }) };
  expect(findings(compile(files))).toContain('error unknown-placeholder a.mdx:12:24');
});

test('a circle is reported once, at its first placeholder in path order', () => {
  const files = {
    'b.mdx': '---\ndescriptions:\n  x: (y)\n---\n# B\n',
    'a.mdx': page({ js: property('(x)') }, { descriptions: 'y: (z)\nz: (x)' }),
  };
  expect(findings(compile(files))).toEqual(['error placeholder-cycle a.mdx:3:6']);
});

test('a leaf that dangles is reported once, however many use it', () => {
  const lists =
    'properties:\n  - key: id\n    type: a\n    description: (x)\n  - key: name\n    type: a\n    description: (x)\n';
  expect(findings(compile({ 'a.mdx': page({ js: lists }, { descriptions: 'x: (nowhere)' }) }))).toEqual([
    'error unknown-placeholder a.mdx:3:6',
  ]);
});
