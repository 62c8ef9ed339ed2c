// Names of documented entities in types link to the entities; the rest of a type stays unchanged (format.md 4.6).

import { expect, test } from 'vitest';
import { compile, page, rowsOf, view } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

const user = (language: string): string =>
  page({ [language]: 'properties:\n  - key: id\n    type: string\n' })
    .replaceAll('Thing', 'User')
    .replace('id: thing', 'id: user');

const compileType = (type: string, language = 'js', files: Readonly<Record<string, string>> = {}) => {
  const lists = `properties:\n  - key: value\n    type: '${type.replaceAll("'", "''")}'\n`;
  return compile({ 'user.mdx': user(language), 'a.mdx': page({ [language]: lists }), ...files });
};

const typeOf = async (type: string, language = 'js', files: Readonly<Record<string, string>> = {}) =>
  rowsOf(await view(compileType(type, language, files), 'a', language))[0]!.type;

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
  ['`User`', [{ text: '`User`' }]],
  ["'it\\'s a User' | User", [{ text: "'it\\'s a User' | " }, link]],
  ['"User', [{ text: '"User' }]],
  ["the user's User", [{ text: "the user's " }, link]],
  ['*users.User', [{ text: '*' }, { ...link, text: 'users.User' }]],
  ['::Acme::User', [{ text: '::' }, { ...link, text: 'Acme::User' }]],
  ['{ owner: User }', [{ text: '{ owner: ' }, link, { text: ' }' }]],
  ['{a:User}', [{ text: '{a:' }, link, { text: '}' }]],
  ['T extends X ? User : Role', [{ text: 'T extends X ? ' }, link, { text: ' : Role' }]],
  ["User['id']", [link, { text: "['id']" }]],
  // A part's name, a symbol, a part of a longer name.
  ['{ User: string }', [{ text: '{ User: string }' }]],
  ['(User?: string) => void', [{ text: '(User?: string) => void' }]],
  [':User | :Role', [{ text: ':User | :Role' }]],
  ['User-Agent', [{ text: 'User-Agent' }]],
  ['UserÄnderung', [{ text: 'UserÄnderung' }]],
  ['ÄUser', [{ text: 'ÄUser' }]],
  ['2User', [{ text: '2User' }]],
  ['User.Status', [{ text: 'User.Status' }]],
  ['UserId', [{ text: 'UserId' }]],
  ['user', [{ text: 'user' }]],
])('%s', async (type, expected) => {
  expect(await typeOf(type)).toEqual(expected);
});

test('the types of a language link only to entities of that language', async () => {
  expect(await typeOf('User', 'go', { 'user.mdx': user('js') })).toEqual([{ text: 'User' }]);
});

test('a name of several equally near entities is not linked', async () => {
  const files = {
    'x/user.mdx': user('js').replace('string', 'number'),
    'y/user.mdx': user('js'),
    'user.mdx': '# None\n',
  };
  expect(await typeOf('User', 'js', files)).toEqual([{ text: 'User' }]);
});

/** An entity for each language with a key. */
const entity = (language: string, key: string, lists: string): string =>
  `---\nreference:\n  ${language}:\n    - key: ${key}\n      id: documented\n${lists}---\n# Documented\n`;
const object = '      properties:\n        - key: id\n          type: t\n          description: d\n';

test.each(
  ['curl', 'json'].flatMap((language) =>
    ['object', 'array', 'string', 'number', 'integer', 'boolean', 'enum', 'null', 'date', 'any'].map((word) => [
      language,
      word,
    ]),
  ),
)('in %s the word %s is never linked, even if an entity has this name', async (language, word) => {
  const files = {
    'user.mdx': entity(language, word, object),
    'site.yaml': 'title: Site\nlanguages: [curl, js]\n',
  };
  expect(await typeOf(`${word} | ${word}[]`, language, files)).toEqual([{ text: `${word} | ${word}[]` }]);
});

test.each([
  ['js', 'object', 'Record<string, object>'],
  ['python', 'object', 'dict[str, object]'],
  ['go', 'error', 'error'],
  ['dotnet', 'string', 'List<string>'],
])('in %s the name %s belongs to the language and is not linked', async (language, word, type) => {
  expect(await typeOf(type, language, { 'user.mdx': entity(language, word, object) })).toEqual([{ text: type }]);
});

test('the same name links to a documented object in other languages', async () => {
  expect(await typeOf('List<Object>', 'java', { 'user.mdx': entity('java', 'Object', object) })).toEqual([
    { text: 'List<' },
    { text: 'Object', href: '../user/#documented' },
    { text: '>' },
  ]);
});

test('a name with hyphens or dots is one name', async () => {
  const files = { 'user.mdx': entity('curl', 'user', object), 'b.mdx': entity('curl', 'user-group', object) };
  expect(await typeOf('user-group', 'curl', files)).toEqual([{ text: 'user-group', href: '../b/#documented' }]);
  expect(await typeOf('user-role', 'curl', files)).toEqual([{ text: 'user-role' }]);
});

test('only objects are linked: a method or a parameter with the same name makes no difference', async () => {
  const [method, shared] = [
    entity('js', 'User', '      returns:\n        - key: id\n          type: t\n          description: d\n'),
    '---\nreference:\n  js:\n    - key: User\n      type: t\n      description: d\n---\n# S\n',
  ];
  const both = entity(
    'js',
    'User',
    `${object}      returns:\n        - key: a\n          type: t\n          description: d\n`,
  );
  expect(await typeOf('User', 'js', { 'x/method.mdx': method, 'shared.mdx': shared, 'both.mdx': both })).toEqual([
    link,
  ]);
  expect(await typeOf('User', 'js', { 'user.mdx': method })).toEqual([{ text: 'User' }]);
  expect(await typeOf('User', 'js', { 'user.mdx': both })).toEqual([{ text: 'User' }]);
});

test.each([
  ['escaped quotes', '"\\"'.padEnd(100_000, '\\"')],
  ['one name', 'a'.repeat(100_000)],
  ['names with dots', 'a.'.repeat(50_000)],
  ['a name and spaces', `User${' '.repeat(100_000)}`],
  ['apostrophes', "' ".repeat(50_000)],
])('a long type of %s is read quickly', (_name, type) => {
  expect(cpuTime(() => void compileType(type))).toBeLessThan(2000);
});
