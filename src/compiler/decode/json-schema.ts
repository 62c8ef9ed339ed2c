// The shapes of the content format → JSON Schema (draft 7, which editors know), from the tables that decoders read.

import { bounds } from '../source/index.ts';
import { wireLanguage } from '../languages/index.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { navigationShape, pageShape, siteShape, type Shape, type ValueSpec } from './shapes.ts';

/** What can be described: the frontmatter of a page or of a navigation, and `site.yaml`. */
export type SchemaName = 'page' | 'navigation' | 'site';

const roots: Readonly<Record<SchemaName, { readonly title: string; readonly shape: Shape }>> = {
  page: { title: 'Frontmatter of a page', shape: pageShape },
  navigation: { title: 'Frontmatter of _navigation.mdx', shape: navigationShape },
  site: { title: 'site.yaml', shape: siteShape },
};

/**
 * The schema of one kind of file.
 * @param languages ids that `reference` may have; the built-in ones where nothing else is known
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

/** Turns shapes into definitions, each once: several of them hold themselves. */
class SchemaWriter {
  readonly definitions: Record<string, object> = {};
  readonly #languages: readonly string[];
  readonly #names = new Map<ValueSpec, string>();
  /** Of shapes with bounded levels, how many are open. */
  readonly #levels = new Map<Shape, number>();

  constructor(languages: readonly string[]) {
    this.#languages = languages;
  }

  ofShape(shape: Shape): object {
    const { keys, required, oneOf } = shape;
    const properties = Object.entries(keys).map(([key, spec]) => [
      key,
      keys === pageShape.keys && key === 'reference' ? this.#reference(spec) : this.#ofKey(shape, key, spec),
    ]);
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
      ...(oneOf ? { anyOf: oneOf.map((key) => ({ required: [key] })) } : {}),
      ...exclusiveRules(shape),
      additionalProperties: false,
    };
  }

  /** At the last level that there may be, the list that would open another one must be empty. */
  #ofKey(shape: Shape, key: string, spec: ValueSpec): object {
    const isLast = shape.levels?.key === key && this.#levels.get(shape) === shape.levels.most;
    return isLast ? { description: spec.about, type: 'array', maxItems: 0 } : this.#ofSpec(spec);
  }

  /** `reference` has the site's languages as its keys. */
  #reference(spec: ValueSpec): object {
    const values = spec.kind === 'map' && spec.values ? this.#ofSpec(spec.values()) : {};
    const properties = Object.fromEntries(this.#languages.map((id) => [id, values]));
    return { description: spec.about, type: 'object', properties, additionalProperties: false };
  }

  #ofSpec(spec: ValueSpec): object {
    const about = spec.about === '' ? {} : { description: spec.about };
    switch (spec.kind) {
      case 'text':
        return { ...about, ...textSchema(spec) };
      case 'boolean':
        return { ...about, type: 'boolean' };
      case 'number':
        return { ...about, type: 'number', exclusiveMinimum: 0 };
      case 'null':
        return { ...about, type: 'null' };
      case 'const':
        return { ...about, enum: spec.values };
      case 'ignored':
        return about;
      case 'list':
        return {
          ...about,
          type: 'array',
          items: this.#ofSpec(spec.items()),
          ...(spec.least ? { minItems: spec.least } : {}),
        };
      case 'any':
        return { ...about, anyOf: spec.forms().map((form) => this.#ofSpec(form)) };
      case 'map':
        return { ...about, ...this.#ofMap(spec) };
    }
  }

  #ofMap(spec: ValueSpec & { kind: 'map' }): object {
    const shape = spec.shape?.();
    if (shape) return this.#ofNamed(shape);
    if (spec.values === undefined) return { type: 'object' };
    const { values, names } = spec;
    const known = this.#names.get(spec);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const name = `map-${this.#names.size + 1}`;
    this.#names.set(spec, name);
    const value = this.#ofSpec(values());
    if (typeof names === 'object') {
      const properties = Object.fromEntries(names.map((key) => [key, value]));
      this.definitions[name] = { type: 'object', properties, additionalProperties: false };
    } else {
      const pattern = names === undefined ? {} : { pattern: names };
      const propertyNames = { not: { const: '__proto__' }, ...pattern };
      this.definitions[name] = {
        type: 'object',
        maxProperties: bounds.mappingKeys,
        propertyNames,
        additionalProperties: value,
      };
    }
    return { $ref: `#/definitions/${name}` };
  }

  /** A shape by its name: one definition, or one for each of its levels. */
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

/** Each of the flags needs a list with something in it, and none of the others. */
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

/** Text is what YAML reads as any scalar but nothing: a number or a truth value keeps the way it is written. */
function textSchema({ pattern, not, oneOf, mayBeEmpty }: ValueSpec & { kind: 'text' }): object {
  if (oneOf) return { enum: oneOf };
  const matches = (value: string): boolean => pattern === undefined || new RegExp(pattern).test(value);
  const type = ['string', ...(matches('1') ? ['number'] : []), ...(matches('true') ? ['boolean'] : [])];
  const wanted = pattern?.replace(/^\^/, '^\\s*').replace(/\$$/, '\\s*$') ?? (mayBeEmpty ? undefined : '\\S');
  return {
    type: type.length === 1 ? 'string' : type,
    ...(wanted === undefined ? {} : { pattern: wanted }),
    ...(not === undefined ? {} : { not: { type: 'string', pattern: not } }),
  };
}

/** `a navigation link` → `navigation-link`. */
function nameOf(where: string): string {
  return where
    .replace(/^(?:an?|the) /, '')
    .replace(/[^A-Za-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
