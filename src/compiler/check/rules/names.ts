// Reports names and types of another language: probably copied and not changed.

import {
  findLanguage,
  languages as builtIn,
  joinWords,
  type Casing,
  type LanguageFacts,
} from '../../languages/index.ts';
import { fieldsOf, type Language, type LanguageId } from '../../model/index.ts';
import { wordsOfName } from '../../text/index.ts';
import type { Rule } from '../rule.ts';

export const checkNames: Rule = ({ model, site }, report) => {
  const languages = new Map<LanguageId, Language>(site.languages.map((language) => [language.id, language]));
  // The types of a rare language are compared only on sites that have this language.
  const known = builtIn.filter(({ id, isCommon }) => isCommon || languages.has(id));
  // Most types occur in many entities.
  const searched = new Map<string, ForeignType | undefined>();
  const foreignTypeIn = (type: string, language: LanguageId): ForeignType | undefined => {
    const key = `${language} ${type}`;
    if (!searched.has(key)) searched.set(key, findForeignType(type, language, known));
    return searched.get(key);
  };
  for (const page of model.pages.values()) {
    for (const [language, entities] of page.entities) {
      const casing = languages.get(language)?.casing ?? [];
      for (const { key, type } of entities.flatMap(fieldsOf)) {
        const written = casingOf(key.value);
        if (written !== undefined && casing.length > 0 && !casing.includes(written)) {
          const near = joinWords(wordsOfName(key.value), casing[0]!);
          report('foreign-casing', key, { name: key.value, language, near });
        }
        const foreign = type && foreignTypeIn(type.value, language);
        if (foreign) report('foreign-type', type, { language, ...foreign });
      }
    }
  }
};

/**
 * The casing of a name. Undefined for a single word in lower case, for constants, and for text that is no identifier.
 */
function casingOf(name: string): Casing | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || /^[A-Z0-9_]+$/.test(name)) return undefined;
  if (name.includes('_')) return 'snake';
  if (/^[A-Z]/.test(name)) return 'pascal';
  return /[A-Z]/.test(name) ? 'camel' : undefined;
}

const basicKinds = ['text', 'boolean', 'number', 'empty'] as const;

interface ForeignType {
  readonly name: string;
  readonly near?: string;
}

/** The first name in a type that is a basic type of another language, but not of this one. */
function findForeignType(
  type: string,
  language: LanguageId,
  others: readonly LanguageFacts[],
): ForeignType | undefined {
  const types = findLanguage(language)?.types;
  if (types === undefined) return undefined;
  // Quoted texts in a type are values, not names of types.
  for (const [name] of type.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/[A-Za-z][\w.]*/g)) {
    const kinds = basicKinds.filter((kind) => others.some((other) => other.types[kind].includes(name)));
    const own = kinds.flatMap((kind) => types[kind]);
    if (own.length > 0 && !own.includes(name)) return { name, near: own[0]! };
  }
  return undefined;
}
