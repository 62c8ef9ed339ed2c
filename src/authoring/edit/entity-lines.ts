// An id → an entity in one language, as lines of YAML with the casing of the language.

import { findLanguage, httpLanguage, type DraftFacts, joinWords } from '../../compiler/languages/index.ts';
import type { Language } from '../../compiler/model/index.ts';
import { wordsOfName } from '../../compiler/text/index.ts';

/** A new entity: its id, its kind, and the route of its page. */
export interface NewEntity {
  readonly id: string;
  readonly kind: 'object' | 'method';
  readonly route: string;
}

/** The group of descriptions for an id, whose `self` is the default description of the entity (format.md 4.2). */
export function groupOf(id: string): string {
  return id.replaceAll('-', '_');
}

/** The lines of an object with one property, or of a method with one parameter, without dash and indentation. */
export function entityLines({ id, kind, route }: NewEntity, language: Language): readonly string[] {
  const words = wordsOfName(id);
  const drafts = draftsOf(language);
  const key = joinWords(words, kind === 'object' ? drafts.objectCasing : drafts.methodCasing);
  const title = drafts.objectKeyword === undefined ? key : `${drafts.objectKeyword} ${key}`;
  return [
    `key: ${key}`,
    `id: ${id}`,
    `url: /${route}`,
    ...(kind === 'object' ? [`title: ${title}`] : methodTitle(words, key, language)),
    kind === 'object' ? 'properties:' : 'parameters:',
    `  - key: ${drafts.idKey}`,
    `    type: ${findLanguage(language.id)?.types.text[0] ?? 'string'}`,
    `    description: (${groupOf(id)}.id)`,
  ];
}

/** The naming rules for drafts in a language. If the site has set another casing, they follow that casing. */
function draftsOf({ id, casing }: Language): DraftFacts {
  const own = findLanguage(id);
  if (own?.casing.join() === casing.join()) return own.drafts;
  const [usual = 'snake'] = casing;
  return { ...own?.drafts, objectCasing: 'pascal', methodCasing: usual, idKey: usual === 'pascal' ? 'Id' : 'id' };
}

const verbs: Readonly<Record<string, string>> = { get: 'GET', list: 'GET', update: 'PUT', delete: 'DELETE' };

function methodTitle(words: readonly string[], key: string, { id }: Language): readonly string[] {
  if (id !== httpLanguage) return [`title: ${key}()`];
  const verb = verbs[words[0]!];
  const path = verb !== undefined && words.length > 1 ? words.slice(1) : words;
  return [`title: '/${path.join('_')}/:id'`, `type: ${verb ?? 'POST'}`];
}
