// The shapes of the content format (tables of `format`) → JSON Schema (draft 7, which editors support).

import {
  approvalsShape,
  navigationShape,
  pageShape,
  siteShape,
  type ChoiceSpec,
  type KeySpec,
  type Shape,
  type TableSpec,
  type TextSpec,
  type ValueSpec,
} from '../format/index.ts';
import { wireLanguage } from '../languages/index.ts';
import { bounds } from '../source/index.ts';
import { builtInLanguages } from './built-in-languages.ts';

/** The kinds of files with a schema: frontmatter of a page, frontmatter of a navigation, and `site.yaml`. */
export type SchemaName = 'page' | 'navigation' | 'site' | 'approvals';

const roots: Readonly<Record<SchemaName, { readonly title: string; readonly shape: Shape }>> = {
  page: { title: 'Frontmatter of a page', shape: pageShape },
  navigation: { title: 'Frontmatter of _navigation.mdx', shape: navigationShape },
  site: { title: 'site.yaml', shape: siteShape },
  approvals: { title: '_approvals.yaml', shape: approvalsShape },
};

/**
 * The schema of one kind of file.
 * @param languages ids that `reference` may have; by default the built-in ones
 * @returns a JSON Schema (draft 7), for editors
 * @example
 * import { makeJsonSchema } from 'stele';
 *
 * console.log(JSON.stringify(makeJsonSchema('site')));
 */
export function makeJsonSchema(
  name: SchemaName,
  languages: readonly string[] = builtInLanguages.map(({ id }) => id),
): object {
  const { title, shape } = roots[name];
  const writer = new SchemaWriter([...new Set([...languages, wireLanguage])]);
  const root = writer.ofShape(shape);
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...root, definitions: writer.definitions };
}

/** Turns shapes into definitions, each once, since some shapes are recursive. */
class SchemaWriter {
  readonly definitions: Record<string, object> = {};
  readonly #languages: readonly string[];
  readonly #names = new Map<ValueSpec, string>();
  /** Current depth of shapes with a maximum depth. */
  readonly #levels = new Map<Shape, number>();

  constructor(languages: readonly string[]) {
    this.#languages = languages;
  }

  ofShape(shape: Shape): object {
    const { about, keys, required, oneOf } = shape;
    const properties = Object.entries(keys).map(([name, key]) => [name, this.#ofKey(shape, name, key)]);
    return {
      description: plain(about),
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
      ...(oneOf ? { anyOf: oneOf.map((name) => ({ required: [name] })) } : {}),
      ...exclusiveRules(shape),
      additionalProperties: false,
    };
  }

  /** At the maximum depth, the list that would open another level must be empty. */
  #ofKey(shape: Shape, name: string, { about, value }: KeySpec): object {
    const isLast = shape.levels?.key === name && this.#levels.get(shape) === shape.levels.max;
    return { description: plain(about), ...(isLast ? { type: 'array', maxItems: 0 } : this.#ofSpec(value)) };
  }

  #ofSpec(spec: ValueSpec): object {
    switch (spec.kind) {
      case 'text':
        return textSchema(spec);
      case 'choice':
        return choiceSchema(spec);
      case 'markdown':
        return { type: ['string', 'number', 'boolean'] };
      case 'boolean':
        return { type: 'boolean' };
      case 'number':
        return { type: 'number', exclusiveMinimum: 0 };
      case 'null':
        return { type: 'null' };
      case 'ignored':
        return {};
      case 'list': {
        const items = this.#ofSpec(spec.items());
        const array = { type: 'array', items, ...(spec.least ? { minItems: spec.least } : {}) };
        return spec.mayBeAlone ? { anyOf: [items, array] } : array;
      }
      case 'either':
        return { anyOf: spec.alternatives().map((one) => this.#ofSpec(one)) };
      case 'map':
        return this.#ofNamed(spec.shape());
      case 'table':
        return this.#ofTable(spec);
    }
  }

  /** A reference to a definition, made once, since a table may be recursive. */
  #ofTable(spec: TableSpec): object {
    const { names, values } = spec;
    if (names.of === 'languages') return this.#fixed(this.#languages, values());
    const known = this.#names.get(spec);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const name = `map-${this.#names.size + 1}`;
    this.#names.set(spec, name);
    this.definitions[name] =
      names.of === undefined
        ? {
            type: 'object',
            maxProperties: bounds.mappingKeys,
            propertyNames: {
              allOf: names.rules.flatMap(({ pattern }) => (pattern ? [{ pattern: sourceOf(pattern) }] : [])),
            },
            additionalProperties: this.#ofSpec(values()),
          }
        : this.#fixed(names.of, values());
    return { $ref: `#/definitions/${name}` };
  }

  /** A map with these keys and values of one kind. */
  #fixed(keys: readonly string[], values: ValueSpec): object {
    const value = this.#ofSpec(values);
    const properties = Object.fromEntries(keys.map((key) => [key, value]));
    return { type: 'object', properties, additionalProperties: false };
  }

  /** A reference to a shape's definition: one definition, or one for each of its levels. */
  #ofNamed(shape: Shape): object {
    const level = (this.#levels.get(shape) ?? 0) + 1;
    const name = `${nameOf(shape.where)}${shape.levels && level > 1 ? `-${level}` : ''}`;
    if (!Object.hasOwn(this.definitions, name)) {
      this.definitions[name] = {};
      if (shape.levels) this.#levels.set(shape, level);
      this.definitions[name] = this.ofShape(shape);
      if (shape.levels) this.#levels.set(shape, level - 1);
    }
    return { $ref: `#/definitions/${name}` };
  }
}

/** Each of the flags requires a list that is not empty, and excludes the other flags. */
function exclusiveRules({ exclusive }: Shape): object {
  if (exclusive === undefined) return {};
  const { flags, need } = exclusive;
  const rulesOf = (flag: string): [string, object][] => {
    const others = flags.filter((other) => other !== flag).map((other) => [other, { not: { const: true } }] as const);
    const properties = { [need]: { minItems: 1 }, ...Object.fromEntries(others) };
    return [
      ['if', { properties: { [flag]: { const: true } }, required: [flag] }],
      ['then', { required: [need], properties }],
    ];
  };
  return { allOf: flags.map((flag) => Object.fromEntries(rulesOf(flag))) };
}

/** Text is any YAML scalar except null: a number or boolean is used as written. */
function textSchema({ rules, isVerbatim }: TextSpec): object {
  const patterns = rules.flatMap(({ pattern }) => pattern ?? []);
  const matches = (value: string): boolean => patterns.every((pattern) => pattern.test(value));
  const types = ['string', ...(matches('1') ? ['number'] : []), ...(matches('true') ? ['boolean'] : [])];
  const trimmed = patterns.map((pattern) => sourceOf(pattern).replace(/^\^/, '^\\s*').replace(/\$$/, '\\s*$'));
  const wanted = trimmed.length > 0 || isVerbatim ? trimmed : ['\\S'];
  const unwanted = rules.flatMap(({ not }) => not ?? []);
  return {
    type: types.length === 1 ? 'string' : types,
    ...(wanted.length === 1 ? { pattern: wanted[0] } : {}),
    ...(wanted.length > 1 ? { allOf: wanted.map((pattern) => ({ pattern })) } : {}),
    ...(unwanted[0] ? { not: { type: 'string', pattern: sourceOf(unwanted[0]) } } : {}),
  };
}

/** A number among the choices may be written with or without quotes. */
function choiceSchema({ of, anyCase }: ChoiceSpec): object {
  const words = { enum: of.flatMap((word) => (/^\d+$/.test(word) ? [Number(word), word] : [word])) };
  return anyCase ? { anyOf: [words, { type: 'string', pattern: '[A-Z]' }] } : words;
}

/** A pattern without escaped slashes, which only JavaScript literals need. */
function sourceOf(pattern: RegExp): string {
  return pattern.source.replaceAll('\\/', '/');
}

/** A sentence without the addresses of its links, which are relative to the handbook. */
function plain(about: string): string {
  return about.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** `a navigation link` → `navigation-link`. */
function nameOf(where: string): string {
  return where
    .replace(/^(?:an?|the) /, '')
    .replace(/[^A-Za-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
