// Reports fields of the entity beside a sample that are spelt as in another language: `organizationId` in Ruby. Local
// variables are not checked.

import type { LanguageId, ResolvedEntity, ResolvedItem, ResolvedModel, UsedName } from '../../model/index.ts';
import { entitiesOf, isUnreadable, type CheckedSample, type SampleRule } from './sample-rule.ts';
import type { JsonValue } from './read-json.ts';

export const checkSpellings: SampleRule = function* ({ resolved, samples }, report) {
  const fieldsByEntity = new Map<ResolvedEntity, Fields>();
  for (const sample of samples.values()) {
    yield;
    const { language } = sample;
    if (language === undefined || isUnreadable(sample)) continue;
    const reported = new Set<string>();
    for (const entity of entitiesOf(sample).keys()) {
      const fields = fieldsByEntity.get(entity) ?? collectFields(resolved, entity);
      fieldsByEntity.set(entity, fields);
      const { own, foreign, open } = spellingsIn(fields, language);
      const isField = makeFieldTest(own, foreign, open);
      for (const used of namesOf(sample)) {
        const { name, range, role } = used;
        const near = foreign.get(name);
        if (!isField(used) || near === undefined || own.has(name) || reported.has(name) || isType(name, near, role))
          continue;
        reported.add(name);
        report('foreign-spelling', { file: sample.sample.file, range }, { name, near, language });
      }
    }
  }
};

/** The spelling of each field in each language. The key is the identity of the field. */
type Fields = Map<string, Map<LanguageId, Spelling>>;

interface Spelling {
  readonly name: string;
  /** The name without case and `_`, which are the differences between languages. */
  readonly folded: string;
  /** Whether the reference documents the fields inside. */
  readonly isOpen: boolean;
}

/** Limit for entities inside entities: a method may return a list of objects, for example. */
const maxDepth = 3;

function collectFields({ pages }: ResolvedModel, entity: ResolvedEntity): Fields {
  const fields: Fields = new Map();
  const seen = new Set<ResolvedEntity>();
  const visit = (current: ResolvedEntity, depth: number): void => {
    if (seen.has(current) || depth > maxDepth) return;
    seen.add(current);
    for (const [language, form] of current.forms) {
      if (form.source !== language) continue;
      for (const { items } of form.lists) visitItems(items, language, `${current.page.route}#`, depth);
    }
  };
  const visitItems = (items: readonly ResolvedItem[], language: LanguageId, page: string, depth: number): void => {
    for (const { identity, name, children, target, type } of items) {
      // The row of a whole entity has the name of a type, not of a field.
      if (identity !== undefined && name !== undefined && target === undefined && /^[A-Za-z_]\w*$/.test(name)) {
        const spellings = fields.get(page + identity) ?? new Map<LanguageId, Spelling>();
        const isOpen = children.length > 0 || (type ?? []).some((span) => span.target !== undefined);
        fields.set(page + identity, spellings.set(language, { name, folded: fold(name), isOpen }));
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

/**
 * The spellings in a language (`own`), those of other languages with the spelling to write instead (`foreign`), and the
 * own names of fields whose content is documented (`open`).
 */
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
    for (const { name, folded } of spellings.values())
      if (name !== here.name && folded === here.folded) foreign.set(name, here.name);
  }
  return { own, foreign, open };
}

/**
 * Makes a function that tells fields from data. Keys inside a field whose content is not documented are data, and so
 * are keys inside something that is not a field. The function must be called with the names in text order.
 */
function makeFieldTest(
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

/**
 * Whether a member is a type or a constant: it begins with a capital, as in `types.Organization`, and the field does
 * not.
 */
function isType(name: string, near: string, role: UsedName['role']): boolean {
  return role === 'member' && /^[A-Z]/.test(name) && /^[a-z]/.test(near);
}

/** The names in a sample, including those in the JSON and the forms that it sends. */
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
