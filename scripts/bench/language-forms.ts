// The names, types and titles of generated entities in each of the eight languages.

import { capitalise, inCasing, pluralOf, type Casing } from './naming.ts';
import type { EntityPlan, Field, MethodPlan, ObjectPlan } from './plan-site.ts';
import type { ScalarType } from './vocabulary.ts';

export const languageIds = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'] as const;

export type LanguageId = (typeof languageIds)[number];

interface LanguageForm {
  /** Casing of fields and of methods. */
  readonly fields: Casing;
  readonly methods: Casing;
  readonly scalars: Readonly<Record<ScalarType, string>>;
  /** A type of the language for an object inside an object. */
  readonly object: string;
  /** The type of a documented object; absent for curl, where it is a plain object. */
  readonly link?: (key: string, topic: string) => string;
  readonly list: (key: string, topic: string) => string;
  readonly objectTitle: (key: string, topic: string) => string;
  readonly methodTitle: (key: string, topic: string) => string;
  /** Name and type of the object with a method's parameters; absent if they are passed one by one. */
  readonly options?: (key: string, topic: string) => { readonly key: string; readonly type: string };
  readonly optionsDisplay?: 'unwrap' | 'expanded';
}

const classTitle = (key: string): string => `class ${key}`;
const call = (key: string, topic: string): string => `${topic}.${key}()`;

export const languageForms: Readonly<Record<LanguageId, LanguageForm>> = {
  curl: {
    fields: 'snake',
    methods: 'camel',
    scalars: { string: 'string', integer: 'integer', boolean: 'boolean', time: 'string' },
    object: 'object',
    list: () => 'array',
    objectTitle: (key) => key,
    methodTitle: (key) => key,
  },
  js: {
    fields: 'camel',
    methods: 'camel',
    scalars: { string: 'string', integer: 'number', boolean: 'boolean', time: 'Date' },
    object: 'object',
    link: (key) => key,
    list: (key) => `${key}[]`,
    objectTitle: (key) => `interface ${key}`,
    methodTitle: call,
    options: () => ({ key: 'options', type: 'object' }),
    optionsDisplay: 'unwrap',
  },
  python: {
    fields: 'snake',
    methods: 'snake',
    scalars: { string: 'str', integer: 'int', boolean: 'bool', time: 'datetime' },
    object: 'dict',
    link: (key) => key,
    list: (key) => `list[${key}]`,
    objectTitle: classTitle,
    methodTitle: call,
  },
  ruby: {
    fields: 'snake',
    methods: 'snake',
    scalars: { string: 'String', integer: 'Integer', boolean: 'Boolean', time: 'Time' },
    object: 'Hash',
    link: (key) => key,
    list: (key) => `Array[${key}]`,
    objectTitle: classTitle,
    methodTitle: (key, topic) => `${capitalise(topic)}.${key}()`,
  },
  go: {
    fields: 'go',
    methods: 'go',
    scalars: { string: 'string', integer: 'int', boolean: 'bool', time: 'time.Time' },
    object: 'map[string]any',
    link: (key, topic) => `*${topic}.${key}`,
    list: (key, topic) => `[]${topic}.${key}`,
    objectTitle: (key, topic) => `${topic}.${key}`,
    methodTitle: call,
    options: (key, topic) => ({ key: 'opts', type: `${topic}.${key}Opts` }),
    optionsDisplay: 'expanded',
  },
  php: {
    fields: 'camel',
    methods: 'camel',
    scalars: { string: 'string', integer: 'int', boolean: 'bool', time: 'DateTimeImmutable' },
    object: 'array',
    link: (key) => key,
    list: (key) => `${key}[]`,
    objectTitle: (key) => `Acme\\Resource\\${key}`,
    methodTitle: (key, topic) => `$${topic}->${key}()`,
  },
  java: {
    fields: 'camel',
    methods: 'camel',
    scalars: { string: 'String', integer: 'int', boolean: 'boolean', time: 'Instant' },
    object: 'Map<String, Object>',
    link: (key) => key,
    list: (key) => `List<${key}>`,
    objectTitle: classTitle,
    methodTitle: call,
    options: (key) => ({ key: 'options', type: `${capitalise(key)}Options` }),
    optionsDisplay: 'expanded',
  },
  dotnet: {
    fields: 'pascal',
    methods: 'pascal',
    scalars: { string: 'string', integer: 'int', boolean: 'bool', time: 'DateTimeOffset' },
    object: 'Dictionary<string, object>',
    link: (key) => key,
    list: (key) => `List<${key}>`,
    objectTitle: classTitle,
    methodTitle: (key, topic) => `${topic}Service.${key}()`,
    options: (key) => ({ key: 'options', type: `${key}Options` }),
    optionsDisplay: 'expanded',
  },
};

/** The identifier of an object in a language: `billing_invoice` in curl, `BillingInvoice` in all SDKs. */
export function objectKey(language: LanguageId, id: string): string {
  return language === 'curl' ? id : inCasing(id, 'pascal');
}

/** The identifier of an entity in a language. */
export function entityKey(language: LanguageId, entity: EntityPlan): string {
  if (entity.kind === 'object') return objectKey(language, entity.id);
  return inCasing(entity.id, languageForms[language].methods);
}

export function fieldKey(language: LanguageId, name: string): string {
  return inCasing(name, languageForms[language].fields);
}

/** The display form of an entity: for a curl method its path. */
export function entityTitle(language: LanguageId, entity: EntityPlan): string {
  const form = languageForms[language];
  if (entity.kind === 'object') return form.objectTitle(entityKey(language, entity), entity.topic);
  return language === 'curl' ? pathOf(entity) : form.methodTitle(entityKey(language, entity), entity.topic);
}

/** `/billing/invoices/:id` */
export function pathOf({ verb, object, topic }: MethodPlan): string {
  const path = `/${topic}/${pluralOf(object.noun)}`;
  if (verb === 'update') return `${path}/:id`;
  return verb === 'search' ? `${path}/search` : path;
}

export const httpVerbs = { list: 'GET', search: 'POST', create: 'POST', update: 'PUT' } as const;

/** The type of a field of `entity` in a language's own notation. */
export function typeOf(language: LanguageId, entity: EntityPlan, field: Field): string {
  const form = languageForms[language];
  const target = field.target === undefined ? '' : objectKey(language, field.target);
  switch (field.type) {
    case 'literal':
      return `"${field.target!}"`;
    case 'enum':
      return enumType(language, entity, field);
    case 'object':
      return form.object;
    case 'link':
      return form.link?.(target, entity.topic) ?? 'object';
    case 'list':
      return form.list(target, entity.topic);
    default:
      return form.scalars[field.type];
  }
}

function enumType(language: LanguageId, entity: EntityPlan, { name }: Field): string {
  if (language === 'curl') return 'enum';
  if (!['go', 'java', 'dotnet'].includes(language)) return languageForms[language].scalars.string;
  const object: ObjectPlan = entity.kind === 'object' ? entity : entity.object;
  const type = inCasing(`${object.id}_${name}`, 'pascal');
  return language === 'go' ? `${entity.topic}.${type}` : type;
}
