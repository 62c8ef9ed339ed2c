// Values of the keys of items and entities, and the results of unusual values (format.md 4.3 and 4.4).

import { describe, expect, test } from 'vitest';
import { exportOf, formOf, itemsOf } from '../export/export-of.ts';
import { compile, findings, page, rowsOf, view } from '../compile.ts';

const item = (lines: string): string =>
  `properties:\n  - key: a\n    type: t\n    description: d\n${lines.replace(/^/gm, '    ')}\n`;
const hints = (text: string): readonly (string | undefined)[] =>
  compile({ 'a.mdx': text }).diagnostics.map(({ hint }) => hint);

describe('a default', () => {
  test.each([
    ['10', '10'],
    ['1.0', '1.0'],
    ['false', 'false'],
    ['null', 'null'],
    ['~', 'null'],
    ["'null'", 'null'],
    ['""', '""'],
    ["''", '""'],
    ['"  "', '"  "'],
    ['asc', 'asc'],
    ['>\n  two\n  words', 'two words'],
    ['[]', '[]'],
    ['[ ]', '[]'],
    ['[a, "b"]', '[a, "b"]'],
    ['\n  - a\n  - 1\n  - null\n  - [x]\n  - { k: "v" }', '[a, 1, null, [x], { k: "v" }]'],
    ['[\n  a,\n  b,\n]', '[a, b]'],
  ])('written as %j is shown as %s, on the page and in the export', async (written, shown) => {
    const text = page({ js: item(`default: ${written}`) });
    expect(findings(compile({ 'a.mdx': text }))).toEqual([]);
    expect(itemsOf(formOf(exportOf({ 'a.mdx': text }), 'a', 'thing', 'js'))).toMatchObject([{ default: shown }]);
    expect(rowsOf(await view(compile({ 'a.mdx': text }), 'a', 'js'))).toMatchObject([{ default: shown }]);
  });

  test.each([
    ['', 'Write `default: null` or `default: ""`, or remove the key.'],
    ['{ a: 1 }', "Write it as text, in quotes: `default: '{ a: 1 }'`."],
    ["{ a: 'x' }", "Write it as text, in quotes: `default: '{ a: ''x'' }'`."],
  ])('written as %j is reported, with the text to write', (written, hint) => {
    const text = page({ js: item(`default: ${written}`) });
    expect(findings(compile({ 'a.mdx': text }))).toEqual([expect.stringMatching(/^error wrong-type a\.mdx:10:/)]);
    expect(hints(text)).toEqual([hint]);
  });

  test('of a shared parameter is shown wherever the parameter is referenced', () => {
    const shared =
      '---\nreference:\n  js:\n    - key: limit\n      type: number\n' +
      '      default: 25\n      description: d\n---\n# S\n';
    const exported = exportOf({ 'shared.mdx': shared, 'a.mdx': page({ js: 'parameters:\n  - (limit)\n' }) });
    expect(itemsOf(formOf(exported, 'a', 'thing', 'js'))).toMatchObject([{ name: 'limit', default: '25' }]);
    expect(exported.pages.find(({ route }) => route === 'shared')!.shared).toMatchObject([
      { key: 'limit', default: '25' },
    ]);
  });
});

describe('suffixes of a key', () => {
  test.each([
    ['name [Deprecated]', 'name', ['deprecated-in-key']],
    ['name?', 'name', ['optional-in-key']],
    ['name? [Deprecated]', 'name', ['deprecated-in-key', 'optional-in-key']],
    ['name [Deprecated]?', 'name', ['deprecated-in-key', 'optional-in-key']],
    ['?', '?', []],
    ['[Deprecated]', '[Deprecated]', []],
  ])('in %j give the name %s', (key, name, codes) => {
    const text = page({ js: `properties:\n  - key: '${key}'\n    type: t\n    description: d\n` });
    const compilation = compile({ 'a.mdx': text });
    const row = compilation.resolved.pages.get('a')!.entities[0]!.forms.get('js')!.lists[0]!.items[0]!;
    expect([row.name, row.isOptional, row.deprecated]).toEqual([
      name,
      codes.includes('optional-in-key'),
      codes.includes('deprecated-in-key') ? true : undefined,
    ]);
    expect(compilation.diagnostics.map(({ code }) => code).sort()).toEqual(codes);
    for (const { hint } of compilation.diagnostics) expect(hint).toContain(`\`key: ${name}\``);
  });

  test('have no effect if the item has the opposite as a key', () => {
    const text = page({
      js:
        "properties:\n  - key: 'name? [Deprecated]'\n    type: t\n    description: d\n" +
        '    optional: false\n    deprecated: false\n',
    });
    const [row] = compile({ 'a.mdx': text }).resolved.pages.get('a')!.entities[0]!.forms.get('js')!.lists[0]!.items;
    expect([row!.isOptional, row!.deprecated]).toEqual([false, undefined]);
  });
});

describe('an empty list counts as absent', () => {
  test('as the properties of a method, without a warning', () => {
    expect(
      findings(
        compile({ 'a.mdx': page({ js: 'properties: []\nreturns:\n  - key: a\n    type: t\n    description: d\n' }) }),
      ),
    ).toEqual([]);
  });

  test('as the properties of an item: reports that `unwrap` has nothing to unwrap', () => {
    const text = page({ js: 'properties:\n  - key: a\n    type: t\n    unwrap: true\n    properties: []\n' });
    expect(findings(compile({ 'a.mdx': text }))).toEqual([
      'advice item-without-description a.mdx:7:16',
      'error display-without-properties a.mdx:9:11',
    ]);
  });
});
