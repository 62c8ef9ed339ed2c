// Names and types that belong to another language: most probably copied from there and not changed.

import type { Casing, Item, Language, LanguageId } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkNames: Rule = ({ model, site }, report) => {
  const languages = new Map<LanguageId, Language>(site.languages.map((language) => [language.id, language]));
  for (const page of model.pages.values()) {
    for (const [language, entities] of page.entities) {
      const casing = languages.get(language)?.casing ?? [];
      for (const { properties, parameters, returns } of entities) {
        for (const items of [properties, parameters, returns]) visit(items ?? [], language, casing);
      }
    }
  }

  function visit(items: readonly Item[], language: LanguageId, casing: readonly Casing[]): void {
    for (const item of items) {
      if (item.kind === 'entity-reference') continue;
      const { key, type } = item;
      const written = casingOf(key.value);
      if (written !== undefined && casing.length > 0 && !casing.includes(written)) {
        report('foreign-casing', key, { name: key.value, language, near: rewrite(key.value, casing[0]!) });
      }
      const foreign = type && findForeignType(type.value, language);
      if (foreign) report('foreign-type', type, { language, ...foreign });
      visit(item.properties, language, casing);
    }
  }
};

/** The casing that a name shows; undefined for one word in lower case, for constants, and for what is no identifier. */
function casingOf(name: string): Casing | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || /^[A-Z0-9_]+$/.test(name)) return undefined;
  if (name.includes('_')) return 'snake';
  if (/^[A-Z]/.test(name)) return 'pascal';
  return /[A-Z]/.test(name) ? 'camel' : undefined;
}

function rewrite(name: string, casing: Casing): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
  if (casing === 'snake') return words.join('_');
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return words.map((word, i) => (casing === 'camel' && i === 0 ? word : capital(word))).join('');
}

/** How languages call text, truth and numbers. The first name of a list is the usual one. */
const basicTypes: Readonly<Record<string, Readonly<Record<LanguageId, readonly string[]>>>> = {
  text: {
    js: ['string'],
    python: ['str'],
    ruby: ['String'],
    go: ['string'],
    php: ['string'],
    java: ['String'],
    dotnet: ['string', 'String'],
  },
  truth: {
    js: ['boolean'],
    python: ['bool'],
    ruby: ['Boolean', 'TrueClass', 'FalseClass'],
    go: ['bool'],
    php: ['bool', 'boolean'],
    java: ['boolean', 'Boolean'],
    dotnet: ['bool', 'Boolean'],
  },
  number: {
    js: ['number', 'bigint'],
    python: ['int', 'float'],
    ruby: ['Integer', 'Float', 'Numeric'],
    go: ['int', 'int64', 'float64'],
    php: ['int', 'integer', 'float'],
    java: ['int', 'Integer', 'long', 'Long', 'double', 'Double', 'Number'],
    dotnet: ['int', 'long', 'double', 'decimal'],
  },
  nothing: {
    js: ['null', 'undefined', 'void'],
    python: ['None'],
    ruby: ['nil'],
    go: ['nil'],
    php: ['null', 'void'],
    java: ['null', 'void', 'Void'],
    dotnet: ['null', 'void'],
  },
};

/** The first name in a type that is a basic type of other languages and none of this one. */
function findForeignType(type: string, language: LanguageId): { name: string; near?: string } | undefined {
  // A quoted text in a type is a value.
  for (const [name] of type.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/[A-Za-z][\w.]*/g)) {
    const kinds = Object.values(basicTypes).filter((kind) => Object.values(kind).some((names) => names.includes(name)));
    const own = kinds.flatMap((kind) => kind[language] ?? []);
    if (kinds.length > 0 && own.length > 0 && !own.includes(name)) return { name, near: own[0]! };
  }
  return undefined;
}
