// A planned entity → its code samples: one request per language and the response as JSON, by file name.

import { languageIds, type LanguageId } from './language-forms.ts';
import { isListing, type EntityPlan, type Field, type ObjectPlan } from './plan-site.ts';
import { identifier, valueOf } from './sample-values.ts';
import type { Random } from './seeded-random.ts';
import { requestWriters, type Call } from './write-request.ts';

/** Extension of the samples of each language. */
export const extensions: Readonly<Record<LanguageId, string>> = {
  curl: 'sh',
  js: 'js',
  python: 'py',
  ruby: 'rb',
  go: 'go',
  php: 'php',
  java: 'java',
  dotnet: 'cs',
};

/** Stem of an entity's samples: `create-billing-invoice`; the stem of the response ends in `-response`. */
export function sampleStem({ id }: EntityPlan): string {
  return id.replaceAll('_', '-');
}

/** The samples of an entity by file name. */
export function writeSamples(entity: EntityPlan, random: Random): ReadonlyMap<string, string> {
  const stem = sampleStem(entity);
  const call = planCall(entity, random);
  const files = new Map<string, string>();
  for (const language of languageIds) {
    const lines = requestWriters[language](call);
    files.set(`${stem}.${extensions[language]}`, `${lines.join('\n')}\n`);
  }
  return files.set(`${stem}-response.json`, writeResponse(entity, random));
}

function planCall(entity: EntityPlan, random: Random): Call {
  const object = entity.kind === 'object' ? entity : entity.object;
  const fields = random.sample(entity.fields.filter(isScalar), 3 + random.integer(3));
  const values = fields.map((field) => [field.name, valueOf(field, random)] as const);
  const isUpdate = entity.kind === 'method' && entity.verb === 'update';
  return {
    entity,
    topic: entity.topic,
    method: entity.kind === 'object' ? `find_${entity.id}` : entity.id,
    arguments: isUpdate ? [['id', identifier(object, random)], ...values.slice(1)] : values,
    shown: ['id', ...random.sample(object.fields.filter(isScalar), 2).map(({ name }) => name)],
    result: object.noun,
  };
}

function isScalar({ type, name }: Field): boolean {
  return ['string', 'integer', 'boolean', 'time', 'enum'].includes(type) && name !== 'id';
}

function writeResponse(entity: EntityPlan, random: Random): string {
  const object = entity.kind === 'object' ? entity : entity.object;
  const isList = entity.kind === 'method' && isListing(entity.verb);
  const one = (): unknown => wireObject(object, object.fields, random);
  const list = (): unknown => ({ data: [one()], list_metadata: { before: null, after: identifier(object, random) } });
  const response = isList ? list() : one();
  return `${JSON.stringify(response, undefined, 2)}\n`;
}

function wireObject(object: ObjectPlan, fields: readonly Field[], random: Random): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field.name, wireValue(object, field, random)]));
}

function wireValue(object: ObjectPlan, field: Field, random: Random): unknown {
  if (field.type === 'literal') return object.id;
  if (field.name === 'id') return identifier(object, random);
  if (field.type === 'object') return wireObject(object, field.children, random);
  if (field.type === 'link' || field.type === 'list') {
    const link = { object: field.target, id: identifier({ id: field.target! }, random) };
    return field.type === 'link' ? link : [link];
  }
  return valueOf(field, random);
}
