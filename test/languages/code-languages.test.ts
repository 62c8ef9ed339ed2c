// Names of code languages: all names that the highlighter knows, and further names that documentation uses.

import { bundledLanguagesInfo } from 'shiki';
import { expect, test } from 'vitest';
import { codeKinds } from '../../src/compiler/languages/catalogue.ts';
import { codeLanguageNames, findCodeLanguage } from '../../src/compiler/languages/index.ts';

const grammars = new Set(bundledLanguagesInfo.map(({ id }) => id));

test('every grammar and alias of the highlighter is a name', () => {
  const names = bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  expect(names.filter((name) => findCodeLanguage(name) === undefined)).toEqual([]);
});

test('every name leads to a grammar of the highlighter', () => {
  const lost = codeLanguageNames().filter((name) => !grammars.has(findCodeLanguage(name)!.grammar));
  expect(lost.filter((name) => findCodeLanguage(name)!.grammar !== 'text')).toEqual([]);
  expect(codeLanguageNames().every((name) => name === name.toLowerCase())).toBe(true);
});

test('no name occurs twice: a kind of code that becomes a language leaves its row', () => {
  const names = codeKinds.flatMap((kind) => kind.names);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test.each([
  ['golang', 'Go', 'go'],
  ['node', 'JavaScript', 'typescript'],
  ['env', '.env', 'dotenv'],
  ['dotenv', '.env', 'dotenv'],
  ['gradle', 'Gradle', 'groovy'],
  ['JSON', 'JSON', 'json'],
  ['Bash', 'Shell', 'shellscript'],
  ['Python', 'Python', 'python'],
  ['cURL', 'cURL', 'shellscript'],
  ['C#', 'C#', 'csharp'],
  ['.net', '.NET', 'csharp'],
  ['f#', 'F#', 'fsharp'],
  ['objc', 'Objective-C', 'objective-c'],
  ['proto', 'Protobuf', 'proto'],
  ['tf', 'Terraform', 'terraform'],
  ['Dockerfile', 'Dockerfile', 'docker'],
  ['properties', 'Properties', 'ini'],
  ['plaintext', 'Text', 'text'],
  ['none', 'Text', 'text'],
  ['shell-session', 'Console', 'shellscript'],
  ['patch', 'Diff', 'diff'],
])('%s is %s', (name, label, grammar) => {
  expect(findCodeLanguage(name)).toEqual({ label, grammar });
});
