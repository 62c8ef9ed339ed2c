// The tables of the handbook's page of languages agree with the file of each language.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages, type LanguageFacts } from '../../src/compiler/languages/index.ts';
import { exactParsers } from '../../src/engines/grammars/exact-parsers.ts';

const page = readFileSync(join(import.meta.dirname, '../../content/guides/languages.mdx'), 'utf8');

const codes = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');
const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;

/** The rows of the table with the given head. */
function rowsBelow(head: string): readonly string[] {
  const [, table = ''] = page.split(`${head}\n`);
  return table.split('\n\n')[0]!.trimEnd().split('\n').slice(1);
}

/** The parser of a language's samples. Shell code has a second parser, which `exactParsers` does not list. */
function parserOf({ grammars: [grammar] }: LanguageFacts): string {
  if (grammar === undefined) return 'not parsed';
  return exactParsers[grammar.name] !== undefined || grammar.name === 'bash' ? 'its own parser' : 'a grammar';
}

test('the table of languages has the facts of every language', () => {
  expect(rowsBelow('| id | name | also known as | extensions | names | samples are read by |')).toEqual(
    languages.map((language) => {
      const { id, label, otherNames, extensions, casing } = language;
      return row(`\`${id}\``, label, codes(otherNames), codes(extensions), codes(casing), parserOf(language));
    }),
  );
});

test('the table of basic types has the types of every language of SDKs', () => {
  expect(rowsBelow('| id | text | boolean | number | empty |')).toEqual(
    languages
      .filter(({ kind }) => kind === 'sdk')
      .map(({ id, types }) =>
        row(`\`${id}\``, codes(types.text), codes(types.boolean), codes(types.number), codes(types.empty)),
      ),
  );
});

test('the table of drafts shows the names that `stele new` writes in every language', () => {
  expect(rowsBelow('| id | an object | a method | an id |')).toEqual(
    languages.map(({ id, kind, drafts: { objectCasing, methodCasing, objectKeyword = '', idKey } }) => {
      const object = objectCasing === 'snake' ? 'access_key' : 'AccessKey';
      const method = { snake: 'list_keys', camel: 'listKeys', pascal: 'ListKeys' }[methodCasing];
      const title = kind === 'http' ? 'GET /keys/:id' : `${method}()`;
      return row(`\`${id}\``, codes([`${objectKeyword} ${object}`.trim()]), codes([title]), codes([idKey]));
    }),
  );
});
