// Types that name documented entities link to them; everything else of a type stays as written (format.md 4).

import { expect, test } from 'vitest';
import { compile, page, rowsOf, view } from '../compile.ts';

const user = (language: string): string =>
  page({ [language]: 'properties:\n  - key: id\n    type: string\n' })
    .replaceAll('Thing', 'User')
    .replace('id: thing', 'id: user');

const typeOf = async (type: string, language = 'js', files: Readonly<Record<string, string>> = {}) => {
  const lists = `properties:\n  - key: value\n    type: '${type.replaceAll("'", "''")}'\n`;
  return rowsOf(
    await view(compile({ 'user.mdx': user(language), 'a.mdx': page({ [language]: lists }), ...files }), 'a', language),
  )[0]!.type;
};

const link = { text: 'User', href: '../user/#user' };

test.each([
  ['User', [link]],
  ['User[]', [link, { text: '[]' }]],
  ['Task<List<User>>', [{ text: 'Task<List<' }, link, { text: '>>' }]],
  ['User | null', [link, { text: ' | null' }]],
  ['map[string]User', [{ text: 'map[string]' }, link]],
  ['[]users.User', [{ text: '[]' }, { ...link, text: 'users.User' }]],
  ['Acme\\Resource\\User', [{ ...link, text: 'Acme\\Resource\\User' }]],
  ['Pair<User, User>', [{ text: 'Pair<' }, link, { text: ', ' }, link, { text: '>' }]],
  ['"User" | \'User\'', [{ text: '"User" | \'User\'' }]],
  ['UserId', [{ text: 'UserId' }]],
  ['user', [{ text: 'user' }]],
])('%s', async (type, expected) => {
  expect(await typeOf(type)).toEqual(expected);
});

test('a language’s types name that language’s entities only', async () => {
  expect(await typeOf('User', 'go', { 'user.mdx': user('js') })).toEqual([{ text: 'User' }]);
});

test('a name that several entities of one distance have stays plain', async () => {
  const files = {
    'x/user.mdx': user('js').replace('string', 'number'),
    'y/user.mdx': user('js'),
    'user.mdx': '# None\n',
  };
  expect(await typeOf('User', 'js', files)).toEqual([{ text: 'User' }]);
});
