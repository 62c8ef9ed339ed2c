// The rows inside a reference to a member are those of the member. Cycles are refused, and the number of rows is
// limited.

import { expect, test } from 'vitest';
import { bounds } from '../../src/compiler/source/index.ts';
import { compile, findings, page, rowsOf, view } from '../compile.ts';
import { leaf, object } from './object-page.ts';

const rowsIn = async (files: Readonly<Record<string, string>>, route: string) =>
  rowsOf(await view(compile(files), route, 'js')).map(({ name, type }) => [name, ...type.map(({ href }) => href)]);

test('the types and references of a member have the same meaning as on its own page', async () => {
  const near = (text: string): string =>
    `---\nreference:\n  js:\n    - key: limit\n      type: ${text}\n      description: d\n---\n# L\n`;
  const other = page({ js: 'properties:\n  - key: id\n    type: t\n    description: d\n' })
    .replaceAll('Thing', 'Other')
    .replace('id: thing', 'id: other');
  const files = {
    'x/limit.mdx': near('x'),
    'y/limit.mdx': near('y'),
    'x/other.mdx': other,
    'y/other.mdx': other.replace('key: id', 'key: name'),
    'x/user.mdx': object('User', 'email', `${leaf('host', 'Other')}      - (limit)\n`),
    'y/a.mdx': page({ js: 'returns:\n  - (User.email)\n' }),
  };
  expect(findings(compile(files))).toEqual([]);
  expect(await rowsIn(files, 'y/a')).toEqual([
    ['email', undefined],
    ['host', '../../x/other/#other'],
    ['limit', undefined],
  ]);
  const rows = rowsOf(await view(compile(files), 'y/a', 'js'));
  expect(rows[2]!.type).toEqual([{ text: 'x' }]);
});

test('a cycle over several pages gives one finding, at its first reference in path order', async () => {
  const files = {
    'a.mdx': object('A', 'x', '      - (B.y)\n'),
    'b.mdx': object('B', 'y', '      - (C.z)\n'),
    'c.mdx': object('C', 'z', '      - (A.x)\n'),
    'd.mdx': page({ js: 'parameters:\n  - (C.z)\n  - (B.y)\n' }),
  };
  const compilation = compile(files);
  expect(findings(compilation)).toEqual(['error reference-cycle a.mdx:11:15']);
  expect(compilation.diagnostics[0]!.message).toContain('`(B.y)` → `(C.z)` → `(A.x)` → `(B.y)`');
  expect((await rowsIn(files, 'd')).map(([name]) => name)).toEqual(['z', 'x', 'y', 'z', 'y', 'z', 'x', 'y']);
});

test('a shared parameter inside itself is a cycle, a whole entity inside itself is not', () => {
  const shared =
    '---\nreference:\n  js:\n    - key: limit\n      description: d\n      properties:\n        - (limit)\n---\n' +
    '# L\n';
  expect(findings(compile({ 'limit.mdx': shared }))).toEqual(['error reference-cycle limit.mdx:7:11']);
  const user = object('User', 'friend', '      - (User)\n').replace(
    'reference:',
    'descriptions:\n  user:\n    self: U.\nreference:',
  );
  expect(findings(compile({ 'user.mdx': user }))).toEqual([]);
});

test('a member that is shown twice in one list is not a cycle', () => {
  const files = {
    'user.mdx': object('User', 'email', leaf('host')),
    'a.mdx': page({
      js:
        'returns:\n  - (User.email)\n  - key: more\n    type: t\n    description: d\n    properties:\n' +
        '      - (User.email)\n',
    }),
  };
  expect(findings(compile(files))).toEqual([]);
});

test('rows of references are counted: at the bound they are shown, above it there is one finding', () => {
  const inside = Array.from({ length: 100 }, (_, i) => leaf(`k${i}`)).join('');
  const files = (references: number): Readonly<Record<string, string>> => ({
    'user.mdx': object('User', 'email', inside),
    'a.mdx': page({ js: `returns:\n${'  - (User.email)\n'.repeat(references)}` }),
  });
  const most = bounds.referencedRows / 100;
  const found = (count: number): readonly string[] =>
    findings(compile(files(count))).filter((text) => text.startsWith('error'));
  expect(found(most)).toEqual([]);
  expect(found(most + 2)).toEqual([`error too-many-rows a.mdx:${7 + most + 1}:11`]);
});
