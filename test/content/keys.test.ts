// The handbook's pages of keys and attributes are the output of `npm run docs:keys`, and list every key and attribute.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeKeysPages } from '../../scripts/docs-keys/keys-page.ts';
import { makeJsonSchema } from '../../src/compiler/index.ts';
import { components, type Component } from '../../src/compiler/format/index.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../content/guides', name), 'utf8');

test.each(Object.entries(makeKeysPages()))('%s is the output of `npm run docs:keys`', (name, text) => {
  expect(read(name)).toBe(text);
});

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

test.each(['page', 'navigation', 'site'] as const)(
  'the page of keys has a row for every key of the schema of %s',
  (name) => {
    const { definitions = {}, ...root } = makeJsonSchema(name) as Schema;
    // Leaves out maps whose keys are chosen by authors, or are languages or codes.
    const maps = Object.entries(definitions).filter(([key]) => !key.startsWith('map-'));
    const keys = [root, ...maps.map(([, schema]) => schema)].flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !read('keys.mdx').includes(`\n| \`${key}\` | `))).toEqual([]);
  },
);

test('the page of attributes has a section for every component, with a row for every attribute', () => {
  for (const [name, { attributes }] of Object.entries(components as Readonly<Record<string, Component>>)) {
    const section = read('attributes.mdx').split(`\n### \`${name}\`\n`)[1]!.split('\n### ')[0]!;
    for (const attribute of Object.keys(attributes)) expect(section).toContain(`\n| \`${attribute}\` | `);
  }
});

/** The file of a component lists the values that the component distinguishes. */
test.each([
  ['Callout', 'type', 'compiler/text/callout-kind.ts'],
  ['Badge', 'color', 'site/components/body/Badge.astro'],
])('the handbook lists the values of %s %s that the component draws', (component, attribute, place) => {
  const { about } = (components as Readonly<Record<string, Component>>)[component]!.attributes[attribute]!;
  const code = readFileSync(join(import.meta.dirname, '../../src', place), 'utf8');
  const words = [...about.split(';')[0]!.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
  expect(words.length).toBeGreaterThan(4);
  expect(words.filter((word) => !new RegExp(`^ {2}${word}: |'${word}'`, 'm').test(code))).toEqual([]);
});
