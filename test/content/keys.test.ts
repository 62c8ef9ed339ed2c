// The handbook's pages of keys and attributes are what `npm run docs:keys` writes, and have every key and attribute.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeKeysPages } from '../../scripts/docs-keys/keys-page.ts';
import { makeJsonSchema } from '../../src/compiler/index.ts';
import { components, type Component } from '../../src/compiler/format/index.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../content/guides', name), 'utf8');

test.each(Object.entries(makeKeysPages()))('%s is what `npm run docs:keys` writes', (name, text) => {
  expect(read(name)).toBe(text);
});

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

test.each(['page', 'navigation', 'site'] as const)('the page has a row for every key that the schema of %s has', (name) => {
  const { definitions = {}, ...root } = makeJsonSchema(name) as Schema;
  // The keys of tables are chosen by authors, or are languages and codes.
  const maps = Object.entries(definitions).filter(([key]) => !key.startsWith('map-'));
  const keys = [root, ...maps.map(([, schema]) => schema)].flatMap(({ properties }) => Object.keys(properties ?? {}));
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !read('keys.mdx').includes(`\n| \`${key}\` | `))).toEqual([]);
});

test('the page has a section for every component, with a row for every attribute', () => {
  for (const [name, { attributes }] of Object.entries(components as Readonly<Record<string, Component>>)) {
    const section = read('attributes.mdx').split(`\n### \`${name}\`\n`)[1]!.split('\n### ')[0]!;
    for (const attribute of Object.keys(attributes)) expect(section).toContain(`\n| \`${attribute}\` | `);
  }
});

/** Words that a component of the site tells apart stand in a list of its file. */
test.each([
  ['Callout', 'type'],
  ['Badge', 'color'],
])('the words for %s %s are those that its file draws', (component, attribute) => {
  const { about } = (components as Readonly<Record<string, Component>>)[component]!.attributes[attribute]!;
  const file = join(import.meta.dirname, '../../src/site/components/body', `${component}.astro`);
  const code = readFileSync(file, 'utf8');
  const words = [...about.split(';')[0]!.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
  expect(words.length).toBeGreaterThan(4);
  expect(words.filter((word) => !new RegExp(`^ {2}${word}: |'${word}'`, 'm').test(code))).toEqual([]);
});
