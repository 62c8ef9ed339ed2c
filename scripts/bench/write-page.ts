// A planned entity → its page in the content format: description table, one form per language, body.

import { stringify } from 'yaml';
import {
  entityKey,
  entityTitle,
  fieldKey,
  httpVerbs,
  languageForms,
  languageIds,
  objectKey,
  typeOf,
  type LanguageId,
} from './language-forms.ts';
import { capitalise, inWords, pluralOf, withArticle } from './naming.ts';
import { isListing, type EntityPlan, type Field, type MethodPlan } from './plan-site.ts';
import { sampleStem } from './write-samples.ts';

/** An item of the format: a field as a map, or a reference as a bare placeholder. */
export type Item = string | Readonly<Record<string, unknown>>;

/** Text of the page of an entity. */
export function writePage(entity: EntityPlan): string {
  const frontmatter = {
    title: titleOf(entity),
    description: summaryOf(entity),
    showNextPage: true,
    descriptions: { [entity.id]: descriptionsOf(entity) },
    reference: Object.fromEntries(languageIds.map((language) => [language, [entityForm(language, entity)]])),
  };
  return `---\n${stringify(frontmatter, { lineWidth: 80, aliasDuplicateObjects: false })}---\n\n${bodyOf(entity)}`;
}

/** “Billing invoice”, “Create a billing invoice”. */
export function titleOf(entity: EntityPlan): string {
  if (entity.kind === 'object') return capitalise(inWords(entity.id));
  const words = inWords(entity.object.id);
  return `${capitalise(entity.verb)} ${isListing(entity.verb) ? pluralOf(words) : withArticle(words)}`;
}

/** Descriptions of an entity by name, as nested maps; `self` is the text of the map that holds it. */
export function descriptionsOf(entity: EntityPlan): Readonly<Record<string, unknown>> {
  const fields = describeFields(entity.fields);
  if (entity.kind === 'object') return { self: `The [${inWords(entity.id)}](/${entity.route}) object.`, ...fields };
  if (!isListing(entity.verb)) return fields;
  const { object } = entity;
  return {
    ...fields,
    data: `The [${pluralOf(inWords(object.id))}](/${object.route}) of this page, in the order that was asked for.`,
    list_metadata: `Where the pages before and after this one of ${pluralOf(inWords(object.id))} begin.`,
  };
}

/** The sentence for search engines. */
export function summaryOf(entity: EntityPlan): string {
  return `${titleOf(entity)} of the ${entity.topic} API, in every SDK.`;
}

function describeFields(fields: readonly Field[]): Readonly<Record<string, unknown>> {
  const describe = ({ text, children }: Field): unknown =>
    children.length > 0 ? { self: text, ...describeFields(children) } : text;
  return Object.fromEntries(fields.map((field) => [field.name, describe(field)]));
}

/** An entity as one language has it. */
export function entityForm(language: LanguageId, entity: EntityPlan): Readonly<Record<string, unknown>> {
  return {
    key: entityKey(language, entity),
    id: entity.id,
    url: `/${entity.route}`,
    title: entityTitle(language, entity),
    ...(entity.kind === 'object'
      ? { properties: itemsOf(language, entity, entity.fields) }
      : {
          ...(language === 'curl' ? { type: httpVerbs[entity.verb] } : {}),
          parameters: parametersOf(language, entity),
          returns: returnsOf(language, entity),
        }),
  };
}

/** @param parent path of the description that the fields' own are in */
function itemsOf(
  language: LanguageId,
  entity: EntityPlan,
  fields: readonly Field[],
  parent = entity.id,
): readonly Item[] {
  return fields.map((field) => {
    const path = `${parent}.${field.name}`;
    return {
      key: fieldKey(language, field.name),
      ...(field.isOptional ? { optional: true } : {}),
      type: typeOf(language, entity, field),
      description: `(${path})`,
      ...(field.children.length > 0 ? { properties: itemsOf(language, entity, field.children, path) } : {}),
    };
  });
}

/** A method's own fields with the shared ones, in an options object where the language has one. */
function parametersOf(language: LanguageId, method: MethodPlan): readonly Item[] {
  const form = languageForms[language];
  const shared = isListing(method.verb) ? ['after', 'before', 'limit', 'order'] : ['idempotency_key'];
  const items = [...itemsOf(language, method, method.fields), ...shared.map((name) => shareOf(language, name))];
  const id = method.verb === 'update' ? [`(${objectKey(language, method.object.id)}.${fieldKey(language, 'id')})`] : [];
  if (form.options === undefined) return [...id, ...items];
  const optionsForm = form.options(entityKey(language, method), method.topic);
  const builder = { key: 'builder()', type: `${optionsForm.type}.Builder`, description: '(java.builder)' };
  const properties = language === 'java' ? [...items, builder] : items;
  const options = { ...optionsForm, [form.optionsDisplay!]: true, properties };
  return [
    ...(language === 'go' ? ['(ctx)'] : []),
    ...id,
    options,
    ...(language === 'dotnet' ? ['(cancellationToken)'] : []),
  ];
}

function returnsOf(language: LanguageId, method: MethodPlan): readonly Item[] {
  const error = language === 'go' ? ['(err)'] : [];
  const key = objectKey(language, method.object.id);
  if (!isListing(method.verb)) return [`(${key})`, ...error];
  const form = languageForms[language];
  const properties = [
    { key: fieldKey(language, 'data'), type: form.list(key, method.topic), description: `(${method.id}.data)` },
    {
      key: fieldKey(language, 'list_metadata'),
      type: form.object,
      description: `(${method.id}.list_metadata)`,
      properties: ['before', 'after'].map((name) => shareOf(language, name)),
    },
  ];
  return [{ key: 'anonymous', type: form.object, unwrap: true, properties }, ...error];
}

/** A reference to a shared parameter (write-shared.ts). */
function shareOf(language: LanguageId, name: string): string {
  return `(${fieldKey(language, name)})`;
}

/** The prose of an entity's page: Markdown without components. */
export function proseOf(entity: EntityPlan): string {
  const words = inWords(entity.kind === 'object' ? entity.id : entity.object.id);
  const about =
    entity.kind === 'object'
      ? `How to page through many of them is told with the [shared parameters](/parameters).`
      : `The response is made of [${words}](/${entity.object.route}) objects.`;
  return `${entity.prose.join('\n\n')}

## ${entity.kind === 'object' ? 'The object' : 'The request'}

${about}
`;
}

function bodyOf(entity: EntityPlan): string {
  const words = inWords(entity.kind === 'object' ? entity.id : entity.object.id);
  const stem = sampleStem(entity);
  return `${proseOf(entity)}
<CodeBlock title="${capitalise(words)}" referenceId="${entity.id}">
  <CodeBlockTab title="Request" file="${stem}" />
  <CodeBlockTab title="Response" file="${stem}-response" />
</CodeBlock>
`;
}
