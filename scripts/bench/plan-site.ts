// A number and a seed → the plan of a generated reference: sections, objects, methods and their fields, with texts.
// This file does not depend on the content format or a language; write-page.ts and write-samples.ts do.

import { capitalise, inWords, pluralOf, withArticle } from './naming.ts';
import { createRandom, type Random } from './seeded-random.ts';
import {
  clauses,
  enumEndings,
  enumFields,
  enumStems,
  nestedFields,
  nouns,
  paragraphs,
  qualities,
  remarks,
  scalarFields,
  topics,
  type ScalarType,
} from './vocabulary.ts';

/** Default number of entities in a section: as many objects as methods. */
export const usualSectionSize = 50;

export interface Field {
  /** In snake case. */
  readonly name: string;
  readonly type: ScalarType | 'literal' | 'enum' | 'object' | 'link' | 'list';
  /** Markdown. */
  readonly text: string;
  readonly isOptional: boolean;
  readonly values: readonly string[];
  readonly children: readonly Field[];
  /** Object that a `link` or `list` holds, that a `literal` names: its id. */
  readonly target?: string;
}

export type Verb = 'list' | 'create' | 'search' | 'update';

export interface ObjectPlan {
  readonly kind: 'object';
  readonly topic: string;
  readonly noun: string;
  /** Topic and noun in snake case. */
  readonly id: string;
  readonly route: string;
  readonly fields: readonly Field[];
  readonly prose: readonly string[];
}

export interface MethodPlan {
  readonly kind: 'method';
  readonly verb: Verb;
  readonly object: ObjectPlan;
  readonly topic: string;
  readonly id: string;
  readonly route: string;
  readonly fields: readonly Field[];
  readonly prose: readonly string[];
}

export type EntityPlan = ObjectPlan | MethodPlan;

export interface SectionPlan {
  readonly topic: string;
  readonly objects: readonly ObjectPlan[];
  readonly methods: readonly MethodPlan[];
}

/**
 * Plans a reference of `entities` entities, half of them methods (of an odd number the smaller half).
 * @param sectionSize most entities of one section
 */
export function planSite(entities: number, seed: number, sectionSize: number): readonly SectionPlan[] {
  const random = createRandom(seed);
  const sections: SectionPlan[] = [];
  for (let left = entities; left > 0; left -= sectionSize) {
    sections.push(planSection(random, topicOf(sections.length), Math.min(left, sectionSize)));
  }
  return sections;
}

function topicOf(index: number): string {
  const topic = topics[index % topics.length]!;
  return index < topics.length ? topic : `${topic}${Math.floor(index / topics.length) + 1}`;
}

/** As many nouns as a section of `count` objects needs; a large one takes some twice and more: `draft_invoice`. */
function nounsFor(count: number): readonly string[] {
  const names: string[] = [...nouns];
  for (let round = 0; names.length < count; round++) {
    const quality = qualities[round % qualities.length]!;
    const number = round < qualities.length ? '' : String(Math.floor(round / qualities.length) + 1);
    names.push(...nouns.map((noun) => `${quality}${number}_${noun}`));
  }
  return names;
}

function planSection(random: Random, topic: string, size: number): SectionPlan {
  const names = random.sample(nounsFor(Math.ceil(size / 2)), Math.ceil(size / 2));
  const ids = names.map((noun) => `${topic}_${noun}`);
  const objects = names.map((noun) => planObject(random, topic, noun, ids));
  const methods = objects
    .slice(0, Math.floor(size / 2))
    .map((object, i) => planMethod(random, object, verbs[i % verbs.length]!));
  return { topic, objects, methods };
}

/** Twelve fields: identity, times, one enumeration, one object inside, links to others, and four of its own. */
function planObject(random: Random, topic: string, noun: string, ids: readonly string[]): ObjectPlan {
  const id = `${topic}_${noun}`;
  const fields = [
    plain('object', 'literal', `Tells a ${inWords(id)} from other objects; always \`${id}\`.`, { target: id }),
    plain('id', 'string', `Unique identifier of the ${inWords(id)}.`),
    planEnum(random, id),
    planNested(random, id),
    planLink(random, id, 'link', ids),
    planLink(random, id, 'list', ids),
    ...planScalars(random, id, 4),
    plain('created_at', 'time', `Time at which the ${inWords(id)} was created.`),
    plain('updated_at', 'time', `Time at which the ${inWords(id)} was last changed.`),
  ];
  return { kind: 'object', topic, noun, id, route: `${topic}/${noun}`, fields, prose: planProse(random, noun) };
}

const verbs: readonly Verb[] = ['create', 'list', 'update', 'search'];

/** Own fields of a method; with the shared parameters, the identifier and what it returns they are twelve items. */
const scalarCounts: Readonly<Record<Verb, number>> = { list: 4, search: 4, create: 8, update: 7 };

function planMethod(random: Random, object: ObjectPlan, verb: Verb): MethodPlan {
  const { topic, noun, id: objectId } = object;
  const isMany = isListing(verb);
  const id = `${verb}_${topic}_${isMany ? pluralOf(noun) : noun}`;
  const scalars = planScalars(random, objectId, scalarCounts[verb]);
  const fields = [planEnum(random, objectId), planNested(random, objectId), ...scalars];
  const route = `${object.route}/${verb}`;
  return { kind: 'method', verb, object, topic, id, route, fields, prose: planProse(random, noun) };
}

/** Whether a method gives a list of objects, else one. */
export function isListing(verb: Verb): boolean {
  return verb === 'list' || verb === 'search';
}

function plain(name: string, type: Field['type'], text: string, more: Partial<Field> = {}): Field {
  return { name, type, text, isOptional: false, values: [], children: [], ...more };
}

function planScalars(random: Random, id: string, count: number): readonly Field[] {
  return random
    .sample(scalarFields, count)
    .map(([name, type, meaning]) =>
      plain(name, type, describe(random, meaning, id), { isOptional: random.chance(0.6) }),
    );
}

/** An enumeration of 30 values, listed in its description after the sentence, as authors do. */
function planEnum(random: Random, id: string): Field {
  const [name, meaning] = random.pick(enumFields);
  const all = enumStems.flatMap((stem) => enumEndings.map((ending) => `${stem}${ending}`));
  const values = random.sample(all, 30);
  const list = values.map((value) => `- \`${value}\``).join('\n');
  return plain(name, 'enum', `${describe(random, meaning, id)}\n\nPossible values:\n${list}`, { values });
}

function planNested(random: Random, id: string): Field {
  const [name, meaning, inner] = random.pick(nestedFields);
  const children = inner.map(([childName, type, childMeaning]) =>
    plain(childName, type, describe(random, childMeaning, `${id}_${name}`), { isOptional: random.chance(0.3) }),
  );
  return plain(name, 'object', describe(random, meaning, id), { children });
}

/** A field with another object of the section, or a list of them; both link to it. */
function planLink(random: Random, id: string, type: 'link' | 'list', ids: readonly string[]): Field {
  const others = ids.filter((other) => other !== id);
  const target = others.length > 0 ? random.pick(others) : id;
  const noun = target.slice(target.indexOf('_') + 1);
  const link = `[${inWords(target)}](/${target.replace('_', '/')})`;
  const more = { target, isOptional: true };
  const remark = random.pick(remarks);
  if (type === 'link') return plain(`parent_${noun}`, type, `The ${link} that this one was made from. ${remark}`, more);
  return plain(`related_${pluralOf(noun)}`, type, `Every ${link} that refers to it, the latest first. ${remark}`, more);
}

function describe(random: Random, meaning: string, id: string): string {
  const first = `For ${withArticle(inWords(id))}, the ${meaning}, ${random.pick(clauses)}.`;
  return [first, ...random.sample(remarks, random.integer(3))].join(' ');
}

function planProse(random: Random, noun: string): readonly string[] {
  const article = withArticle(noun);
  const fill = (text: string): string =>
    text
      .replaceAll('A {one}', capitalise(article))
      .replaceAll('a {one}', article)
      .replaceAll('{one}', noun)
      .replaceAll('{many}', pluralOf(noun));
  return random.sample(paragraphs, 2).map(fill);
}
