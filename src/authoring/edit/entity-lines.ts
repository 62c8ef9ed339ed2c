// An id → an entity in one language, as lines of YAML in the casing that the language has.

import type { Casing, Language } from '../../compiler/model/index.ts';
import { joinWords, wordsOf } from './words.ts';

export interface NewEntity {
  readonly id: string;
  readonly kind: 'object' | 'method';
  readonly route: string;
}

/** Group of descriptions that goes with an id: where its `self` is looked for (format.md 4.2). */
export function groupOf(id: string): string {
  return id.replaceAll('-', '_');
}

/** Lines of one entity, without dash and indentation: an object with one property, a method with one parameter. */
export function entityLines({ id, kind, route }: NewEntity, language: Language): readonly string[] {
  const words = wordsOf(id);
  const key = kind === 'object' ? objectKey(words, language) : methodKey(words, language);
  return [
    `key: ${key}`,
    `id: ${id}`,
    `url: /${route}`,
    ...(kind === 'object' ? [`title: ${objectTitle(key, language)}`] : methodTitle(words, key, language)),
    kind === 'object' ? 'properties:' : 'parameters:',
    `  - key: ${itemKey(language)}`,
    `    type: ${textTypes[language.id] ?? 'string'}`,
    `    description: (${groupOf(id)}.id)`,
  ];
}

function objectKey(words: readonly string[], { id }: Language): string {
  return joinWords(words, id === 'curl' ? 'snake' : 'pascal');
}

/** What is written in casings that a language has for its types only is written in the other one here. */
const methodCasings: Readonly<Record<string, Casing>> = { curl: 'camel', php: 'camel' };

function methodKey(words: readonly string[], { id, casing }: Language): string {
  return joinWords(words, methodCasings[id] ?? casing[0] ?? 'snake');
}

function objectTitle(key: string, { id }: Language): string {
  if (id === 'js') return `interface ${key}`;
  return id === 'ruby' || id === 'java' || id === 'dotnet' ? `class ${key}` : key;
}

const verbs: Readonly<Record<string, string>> = { get: 'GET', list: 'GET', update: 'PUT', delete: 'DELETE' };

function methodTitle(words: readonly string[], key: string, { id }: Language): readonly string[] {
  if (id !== 'curl') return [`title: ${key}()`];
  const verb = verbs[words[0]!];
  const path = verb !== undefined && words.length > 1 ? words.slice(1) : words;
  return [`title: '/${path.join('_')}/:id'`, `type: ${verb ?? 'POST'}`];
}

function itemKey({ id, casing }: Language): string {
  return id === 'go' ? 'ID' : casing[0] === 'pascal' ? 'Id' : 'id';
}

/** How languages call text. */
const textTypes: Readonly<Record<string, string>> = { python: 'str', ruby: 'String', java: 'String' };
