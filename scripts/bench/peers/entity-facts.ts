// A planned entity → the facts that its page shows, with every placeholder and reference resolved. The pages of Stele's
// peers are written from these facts, because the peers do not read Stele's content format.

import { languageIds, objectKey, type LanguageId } from '../language-forms.ts';
import type { EntityPlan, ObjectPlan } from '../plan-site.ts';
import { descriptionsOf, entityForm, proseOf, summaryOf, titleOf, type Item } from '../write-page.ts';
import { sampleStem } from '../write-samples.ts';
import { sharedIn, sharedProse, sharedSummary } from '../write-shared.ts';
import { flatten, sharedTexts, usedTexts } from './fact-texts.ts';
import type { PageFacts, Row } from './page-facts.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Returns the facts of every page with tables: one per entity, and the page of shared parameters. */
export function factsOf(entities: readonly EntityPlan[]): readonly PageFacts[] {
  const objects = entities.filter((entity): entity is ObjectPlan => entity.kind === 'object');
  const byKey = new Map(
    languageIds.map((language) => [language, new Map(objects.map((one) => [objectKey(language, one.id), one]))]),
  );
  return [sharedFacts(), ...entities.map((entity) => entityFacts(entity, byKey))];
}

type ObjectsByKey = ReadonlyMap<LanguageId, ReadonlyMap<string, ObjectPlan>>;

function sharedFacts(): PageFacts {
  const [title, summary] = ['Shared parameters', sharedSummary];
  const forms = languageIds.map((language) => {
    const rows = sharedIn(language).map((item) => rowOf(item, () => []));
    return { language, title, lists: [{ heading: 'Parameters', rows }] };
  });
  const texts = usedTexts(sharedTexts, forms);
  return { title, summary, route: 'parameters', prose: `${sharedProse}\n`, texts, forms };
}

function entityFacts(entity: EntityPlan, objects: ObjectsByKey): PageFacts {
  const texts = new Map(flatten({ [entity.id]: descriptionsOf(entity) }));
  const forms = languageIds.map((language) => {
    const form = entityForm(language, entity);
    const lists = (['properties', 'parameters', 'returns'] as const).flatMap((key) => {
      const items = form[key] as readonly Item[] | undefined;
      if (items === undefined) return [];
      const refer = (reference: string): readonly Row[] => {
        const { optional, ...row } = resolve(reference, language, objects.get(language)!, texts);
        // A parameter that a caller may leave out is not therefore missing in a response.
        return [optional === true && key !== 'returns' ? { ...row, optional } : row];
      };
      return { heading: headings[key], rows: items.flatMap((item) => rowsOf(item, refer)) };
    });
    return {
      language,
      title: form['title'] as string,
      ...('type' in form ? { verb: form['type'] as string } : {}),
      ...(texts.has(entity.id) ? { text: entity.id } : {}),
      lists,
    };
  });
  return {
    title: titleOf(entity),
    summary: summaryOf(entity),
    route: entity.route,
    prose: proseOf(entity),
    texts: usedTexts(texts, forms),
    forms,
    samples: { topic: entity.topic, stem: sampleStem(entity) },
  };
}

const headings = { properties: 'Properties', parameters: 'Parameters', returns: 'Returns' } as const;

/** The rows of an item: those of its children if it is unwrapped, those of the target if it is a reference. */
function rowsOf(item: Item, refer: (reference: string) => readonly Row[]): readonly Row[] {
  if (typeof item === 'string') return refer(item);
  if (item['unwrap'] === true) return (item['properties'] as readonly Item[]).flatMap((child) => rowsOf(child, refer));
  return [rowOf(item, refer)];
}

function rowOf(item: Fields, refer: (reference: string) => readonly Row[]): Row {
  const children = item['properties'] as readonly Item[] | undefined;
  const description = item['description'] as string | undefined;
  return {
    name: item['key'] as string,
    type: item['type'] as string,
    ...(item['optional'] === true ? { optional: true } : {}),
    ...(description === undefined ? {} : { text: description.slice(1, -1) }),
    ...(children === undefined ? {} : { rows: children.flatMap((child) => rowsOf(child, refer)) }),
  };
}

/** Resolves `(Key)` or `(Key.member)`, and adds the text of a member to `texts`. @throws Error if nothing is meant */
function resolve(
  reference: string,
  language: LanguageId,
  objects: ReadonlyMap<string, ObjectPlan>,
  texts: Map<string, string>,
): Row {
  const [key = '', member] = reference.slice(1, -1).split('.');
  const shared = sharedIn(language).find((item) => item['key'] === key);
  if (shared !== undefined) return rowOf(shared, () => []);
  const object = objects.get(key);
  if (object === undefined) throw new Error(`${reference} refers to nothing in ${language}.`);
  for (const [path, text] of flatten({ [object.id]: descriptionsOf(object) })) texts.set(path, text);
  if (member === undefined) return { name: key, text: object.id, url: `/${object.route}` };
  const items = entityForm(language, object)['properties'] as readonly Fields[];
  return rowOf(
    items.find((item) => item['key'] === member)!,
    () => [],
  );
}
