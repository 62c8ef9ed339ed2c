// The names of a language in addresses.

import { expect, test } from 'vitest';
import type { Language } from '../../src/compiler/model/index.ts';
import { builtInLanguages } from '../../src/compiler/decode/built-in-languages.ts';
import { languageNames } from '../../src/outputs/html/language-names.ts';

const namesOf = (id: string): readonly string[] =>
  languageNames(
    builtInLanguages.find((language) => language.id === id)!,
    [],
  );

test('are its label, then the names of its samples, fences and package', () => {
  expect(namesOf('dotnet')).toEqual(['.NET', 'csharp', 'cs', 'dotnet', 'C#']);
  expect(namesOf('js')).toEqual(['JavaScript', 'typescript', 'js', 'ts']);
  const kotlin: Language = {
    id: 'kt',
    label: 'Kotlin for the JVM',
    extensions: ['.kt'],
    grammar: 'kotlin',
    casing: [],
    package: { name: '@latchkey/kotlin-sdk' },
  };
  expect(languageNames(kotlin, [kotlin])).toEqual(['KotlinfortheJVM', 'kotlin', 'kt', 'sdk']);
});
