// The shapes of the content format → JSON Schema (draft 7, which editors know), from the tables that decoders read.

import { bounds } from '../source/index.ts';
import { builtInLanguages, wireLanguage } from './built-in-languages.ts';
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
  readonly #names = new Map<Shape | ValueSpec, string>();

  constructor(languages: readonly string[]) {
    this.#languages = languages;
  }

  ofShape({ keys, required, oneOf }: Shape): object {
    const properties = Object.entries(keys).map(([key, spec]) => [
      key,
      keys === pageShape.keys && key === 'reference' ? this.#reference(spec) : this.#ofSpec(spec),
    ]);
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
      ...(oneOf ? { anyOf: oneOf.map((key) => ({ required: [key] })) } : {}),
      additionalProperties: false,
    };
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
      case 'ignored':
        return about;
      case 'list':
        return { ...about, type: 'array', items: this.#ofSpec(spec.items()) };
      case 'any':
        return { ...about, anyOf: spec.forms().map((form) => this.#ofSpec(form)) };
      case 'map':
        return { ...about, ...this.#ofMap(spec) };
    }
  }

  #ofMap(spec: ValueSpec & { kind: 'map' }): object {
    const shape = spec.shape?.();
    if (shape) return this.#define(shape, nameOf(shape.where), () => this.ofShape(shape));
    if (spec.values === undefined) return { type: 'object' };
    const { values, names } = spec;
    return this.#define(spec, `map-${this.#names.size + 1}`, () => {
      const value = this.#ofSpec(values());
      if (typeof names === 'object') {
        const properties = Object.fromEntries(names.map((name) => [name, value]));
        return { type: 'object', properties, additionalProperties: false };
      }
      const pattern = names === undefined ? {} : { pattern: names };
      const propertyNames = { not: { const: '__proto__' }, ...pattern };
      return { type: 'object', maxProperties: bounds.mappingKeys, propertyNames, additionalProperties: value };
    });
  }

  #define(key: Shape | ValueSpec, wanted: string, make: () => object): object {
    const known = this.#names.get(key);
    const name = known ?? wanted;
    if (known === undefined) {
      this.#names.set(key, name);
      this.definitions[name] = make();
    }
    return { $ref: `#/definitions/${name}` };
  }
}

/** Text is what YAML reads as any scalar but nothing: a number keeps the way it is written. */
function textSchema({ pattern, oneOf }: ValueSpec & { kind: 'text' }): object {
  if (oneOf) return { enum: oneOf };
  return pattern === undefined ? { type: ['string', 'number', 'boolean'] } : { type: 'string', pattern };
}

/** `a navigation link` → `navigation-link`. */
function nameOf(where: string): string {
  return where.replace(/^(?:an?|the) /, '').replace(/[^A-Za-z]+/g, '-').replace(/^-|-$/g, '');
}
