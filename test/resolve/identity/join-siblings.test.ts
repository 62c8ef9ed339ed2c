// The short way to join fields gives what joining them trait by trait gives.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Field } from '../../../src/compiler/resolve/identity/field.ts';
import { makeNodes } from '../../../src/compiler/resolve/identity/item-nodes.ts';
import { joinByTraits, joinSiblings } from '../../../src/compiler/resolve/identity/join-siblings.ts';
import { item } from './items.ts';

const languages = ['curl', 'js', 'go'];
const context = { variants: new Set<string>(), languageIds: new Set(languages) };

const row = fc
  .tuple(fc.constantFrom('a', 'b', 'B', 'c_d', 'cD'), fc.constantFrom('x.a', 'x.b', 'x.c', undefined), fc.boolean())
  .map(([key, path, hasRows]) => item(key, path, hasRows ? [item('in', 'x.in'), item(key, path)] : []));

/** For each language, the rows of a list; languages often have the same rows. */
const lists = fc
  .tuple(fc.array(row, { maxLength: 4 }), fc.array(fc.array(row, { maxLength: 2 }), { minLength: 3, maxLength: 3 }))
  .map(([shared, own]) => own.map((rows) => [...shared, ...rows]));

const makeFields = (rows: readonly (readonly ReturnType<typeof item>[])[]): readonly Field[] => {
  let order = 0;
  return rows.flatMap((items, i) =>
    makeNodes(items, languages[i]!, false, context, () => order++).nodes.map((node) => new Field(node, undefined)),
  );
};

const describeFields = (fields: readonly Field[]): readonly unknown[] =>
  fields.map((field) => ({
    nodes: field.nodes.map(({ order, language }) => `${order} ${language}`),
    languages: [...field.languages].toSorted(),
    isUnderParent: field.children.every(({ parent }) => parent === field),
    children: describeFields(field.children),
  }));

test('for lists that are equal in many languages', () => {
  let mixed = 0;
  for (const rows of fc.sample(lists, { numRuns: 1000, seed: 1 })) {
    const joined = joinSiblings(makeFields(rows));
    expect(describeFields(joined)).toEqual(describeFields(joinByTraits(makeFields(rows))));
    const sizes = new Set(joined.map((field) => field.languages.size));
    if (sizes.size > 1 && sizes.has(languages.length)) mixed++;
  }
  expect(mixed).toBeGreaterThan(200);
});
