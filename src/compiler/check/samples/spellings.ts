// Fields in the spelling of another language: `organizationId` in Ruby. Only names that belong to the entity beside the
// sample, and only where they name a field: local variables are called as their author likes.

import type { LanguageId, ResolvedEntity, ResolvedItem, ResolvedModel, UsedName } from '../../model/index.ts';
import { entitiesOf, isUnreadable, type CheckedSample, type SampleRule } from './sample-rule.ts';
import type { JsonValue } from './read-json.ts';

export const checkSpellings: SampleRule = ({ resolved, samples }, report) => {
  const fieldsByEntity = new Map<ResolvedEntity, Fields>();
  for (const sample of samples.values()) {
    const { language } = sample;
    if (language === undefined || isUnreadable(sample)) continue;
    const told = new Set<string>();
    for (const entity of entitiesOf(sample).keys()) {
      const fields = fieldsByEntity.get(entity) ?? collectFields(resolved, entity);
      fieldsByEntity.set(entity, fields);
      const { own, foreign, open } = spellingsIn(fields, language);
      const isJudged = makeJudge(own, foreign, open);
      for (const used of namesOf(sample)) {
        const { name, range, role } = used;
        const near = foreign.get(name);
        if (!isJudged(used) || near === undefined || own.has(name) || told.has(name) || isType(name, near, role))
          continue;
        told.add(name);
        report('foreign-spelling', { file: sample.sample.file, range }, { name, near, language });
      }
    }
  }
};

/** By identity: how each language spells a field. */
type Fields = Map<string, Map<LanguageId, Spelling>>;

interface Spelling {
  readonly name: string;
  /** Whether the reference says what is inside of it. */
  readonly isOpen: boolean;
}

/** How deep entities inside entities are looked at: a method returns a list of objects. */
const mostDepth = 3;

function collectFields({ pages }: ResolvedModel, entity: ResolvedEntity): Fields {
  const fields: Fields = new Map();
  const seen = new Set<ResolvedEntity>();
  const visit = (current: ResolvedEntity, depth: number): void => {
    if (seen.has(current) || depth > mostDepth) return;
    seen.add(current);
    for (const [language, form] of current.forms) {
      if (form.source !== language) continue;
      for (const { items } of form.lists) visitItems(items, language, `${current.page.route}#`, depth);
    }
  };
  const visitItems = (items: readonly ResolvedItem[], language: LanguageId, page: string, depth: number): void => {
    for (const { identity, name, children, target, type } of items) {
      // A row that stands for a whole entity is called as its type: it is no field.
      if (identity !== undefined && name !== undefined && target === undefined && /^[A-Za-z_]\w*$/.test(name)) {
        const spellings = fields.get(page + identity) ?? new Map<LanguageId, Spelling>();
        const isOpen = children.length > 0 || (type ?? []).some((span) => span.target !== undefined);
        fields.set(page + identity, spellings.set(language, { name, isOpen }));
      }
      visitItems(children, language, page, depth);
      for (const found of [target, ...(type ?? []).map((span) => span.target)]) {
        const inner = found && pages.get(found.route)?.entities.find(({ id }) => id === found.id);
        if (inner) visit(inner, depth + 1);
      }
    }
  };
  visit(entity, 0);
  return fields;
}

/** A language's own spellings, and those of others with what to write in their place. */
function spellingsIn(
  fields: Fields,
  language: LanguageId,
): { own: Set<string>; foreign: Map<string, string>; open: Set<string> } {
  const own = new Set<string>();
  const open = new Set<string>();
  const foreign = new Map<string, string>();
  for (const spellings of fields.values()) {
    const here = spellings.get(language);
    if (here === undefined) continue;
    own.add(here.name);
    if (here.isOpen) open.add(here.name);
    for (const { name } of spellings.values())
      if (name !== here.name && fold(name) === fold(here.name)) foreign.set(name, here.name);
  }
  return { own, foreign, open };
}

/** Keys inside a field that the reference says nothing about, or inside what is no field at all, are data. */
function makeJudge(
  own: ReadonlySet<string>,
  foreign: ReadonlyMap<string, string>,
  open: ReadonlySet<string>,
): (used: UsedName) => boolean {
  const around: { name: string; end: number }[] = [];
  return ({ name, range, role, valueEnd }) => {
    while (around.length > 0 && around.at(-1)!.end <= range.start) around.pop();
    const isData =
      role === 'key' &&
      around.some((outer) => !open.has(own.has(outer.name) ? outer.name : (foreign.get(outer.name) ?? '')));
    if (valueEnd !== undefined) around.push({ name, end: valueEnd });
    return !isData;
  };
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

/** `types.Organization` beside a field `organization`: what begins with a capital there is a type or a constant. */
function isType(name: string, near: string, role: UsedName['role']): boolean {
  return role === 'member' && /^[A-Z]/.test(name) && /^[a-z]/.test(near);
}

/** Names of a sample, those in the JSON and the forms that it sends too. */
function* namesOf({ syntax, requests }: CheckedSample): Generator<UsedName> {
  yield* syntax?.names ?? [];
  for (const { fields, bodies } of requests) {
    for (const field of fields) yield { ...field, role: 'key' };
    for (const { root } of bodies) if (root) yield* keysOf(root);
  }
}

function* keysOf(value: JsonValue): Generator<UsedName> {
  if (value.kind === 'array') for (const item of value.items) yield* keysOf(item);
  if (value.kind !== 'object') return;
  for (const { key, keyRange, value: inner } of value.members) {
    yield { name: key, range: keyRange, role: 'key', valueEnd: inner.range.end };
    yield* keysOf(inner);
  }
}
