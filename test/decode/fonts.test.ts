// `fonts` and `requiredFirst` of site.yaml: accepted values, and the findings for others.

import { describe, expect, test } from 'vitest';
import { compile, findings, page, rowsOf, view } from '../compile.ts';

const siteWith = (lines: string): string => `title: Site\nlanguages: [js]\n${lines}`;

describe('fonts', () => {
  const compiled = (lines: string) => compile({ 'site.yaml': siteWith(lines), 'index.mdx': '# Home\n' });

  test.each([
    ['a face that readers may have', 'fonts:\n  text: { name: Source Sans 3 }\n', []],
    ['no name', 'fonts:\n  text: { weights: 400 }\n', ['error missing-key site.yaml:4:9']],
    ['a name that would leave its rule', 'fonts:\n  code: { name: "a\'; }" }\n', ['error wrong-type site.yaml:4:17']],
    ['a file of another format', 'fonts:\n  text: { name: A, file: a.ttf }\n', ['error wrong-type site.yaml:4:26']],
    [
      'a file outside',
      'fonts:\n  text: { name: A, file: ../a.woff2 }\n',
      ['error path-outside-content site.yaml:4:26'],
    ],
    ['a file that is not there', 'fonts:\n  text: { name: A, file: a.woff2 }\n', ['error missing-file site.yaml:4:26']],
    ['weights that are words', 'fonts:\n  text: { name: A, weights: bold }\n', ['error wrong-type site.yaml:4:29']],
    ['another use', 'fonts:\n  heading: { name: A }\n', ['error unknown-key site.yaml:4:3']],
    ['an order that is no yes or no', 'requiredFirst: always\n', ['error wrong-type site.yaml:3:16']],
  ])('%s', (_what, lines, expected) => {
    expect(findings(compiled(lines))).toEqual(expected);
  });

  test('a face without its file is left out, so that the page has one that is there', () => {
    expect(compiled('fonts:\n  text: { name: A, file: a.woff2 }\n').resolved.site.fonts).toEqual({});
  });
});

test('what is required stands first at every depth, else in the author’s order', async () => {
  const rows =
    'properties:\n  - { key: a, type: string, optional: true }\n  - { key: b, type: string }\n  - { key: c, type: string }\n';
  const namesWith = async (lines: string): Promise<readonly (string | undefined)[]> => {
    const compiled = compile({ 'site.yaml': siteWith(lines), 'a.mdx': page({ js: rows }) });
    return rowsOf(await view(compiled, 'a', 'js')).map(({ name }) => name);
  };
  expect(await namesWith('')).toEqual(['a', 'b', 'c']);
  expect(await namesWith('requiredFirst: true\n')).toEqual(['b', 'c', 'a']);
});

test('a field that a language lacks is told with the languages that have it, whatever it is called there', async () => {
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
