// The keys `fonts` and `requiredFirst` of site.yaml: accepted values, and the findings for other values.

import { describe, expect, test } from 'vitest';
import { compile, findings, page, rowsOf, view } from '../compile.ts';

const siteWith = (lines: string): string => `title: Site\nlanguages: [js]\n${lines}`;

describe('fonts', () => {
  const compiled = (lines: string) => compile({ 'site.yaml': siteWith(lines), 'index.mdx': '# Home\n' });

  test.each([
    ['accepts a font that readers may have installed', 'fonts:\n  text: { name: Source Sans 3 }\n', []],
    ['reports a font without a name', 'fonts:\n  text: { weights: 400 }\n', ['error missing-key site.yaml:4:9']],
    [
      'reports a name that would end its CSS rule',
      'fonts:\n  code: { name: "a\'; }" }\n',
      ['error wrong-type site.yaml:4:17'],
    ],
    [
      'reports a file of another format',
      'fonts:\n  text: { name: A, file: a.ttf }\n',
      ['error wrong-type site.yaml:4:26'],
    ],
    [
      'reports a file outside the content folder',
      'fonts:\n  text: { name: A, file: ../a.woff2 }\n',
      ['error path-outside-content site.yaml:4:26'],
    ],
    ['reports a missing file', 'fonts:\n  text: { name: A, file: a.woff2 }\n', ['error missing-file site.yaml:4:26']],
    [
      'reports weights that are not numbers',
      'fonts:\n  text: { name: A, weights: bold }\n',
      ['error wrong-type site.yaml:4:29'],
    ],
    ['reports an unknown key', 'fonts:\n  heading: { name: A }\n', ['error unknown-key site.yaml:4:3']],
    [
      'reports a value of requiredFirst that is not a boolean',
      'requiredFirst: always\n',
      ['error wrong-type site.yaml:3:16'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(findings(compiled(lines))).toEqual(expected);
  });

  test('leaves out a font whose file is missing, so that pages use the default font', () => {
    expect(compiled('fonts:\n  text: { name: A, file: a.woff2 }\n').resolved.site.fonts).toEqual({});
  });
});

test('requiredFirst puts required items first; without it, items keep the author’s order', async () => {
  const rows =
    'properties:\n  - { key: a, type: string, optional: true }\n' +
    '  - { key: b, type: string }\n  - { key: c, type: string }\n';
  const namesWith = async (lines: string): Promise<readonly (string | undefined)[]> => {
    const compiled = compile({ 'site.yaml': siteWith(lines), 'a.mdx': page({ js: rows }) });
    return rowsOf(await view(compiled, 'a', 'js')).map(({ name }) => name);
  };
  expect(await namesWith('')).toEqual(['a', 'b', 'c']);
  expect(await namesWith('requiredFirst: true\n')).toEqual(['b', 'c', 'a']);
});

test('a field that a language lacks is listed with the languages that have it, under any name', async () => {
  const compiled = compile({
    'site.yaml': 'title: Site\nlanguages: [js, go, ruby]\n',
    'a.mdx': page({
      js: 'properties:\n  - { key: id, type: string }\n  - { key: pageSize, type: number }\n',
      go: 'properties:\n  - { key: ID, type: string }\n  - { key: PageSize, type: int }\n',
      ruby: 'properties:\n  - { key: id, type: String }\n',
    }),
  });
  const { entities } = await view(compiled, 'a', 'ruby');
  expect(entities[0]!.absent).toMatchObject([
    {
      anchor: 'thing.page_size',
      name: 'pageSize',
      available: [
        { title: 'JavaScript', href: '../../js/a/#thing.page_size' },
        { title: 'Go', href: '../../go/a/#thing.page_size' },
      ],
    },
  ]);
  expect((await view(compiled, 'a', 'go')).entities[0]!.absent).toEqual([]);
});
