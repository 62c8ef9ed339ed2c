// Reports fields of the entity beside a sample that are spelt as in another language: `organizationId` in Ruby. Local
// variables are not checked.

import type { LanguageId, ResolvedEntity, ResolvedItem, ResolvedModel, UsedName } from '../../model/index.ts';
import { entitiesOf, isUnreadable, type CheckedSample, type SampleRule } from './sample-rule.ts';
import type { JsonValue } from './read-json.ts';

export const checkSpellings: SampleRule = function* ({ resolved, samples }, report) {
  const reference = new Reference(resolved);
  yield;
  for (const sample of samples.values()) {
    yield;
    const { language } = sample;
    if (language === undefined || isUnreadable(sample)) continue;
    // Most samples have no such name in any entity, and joining the spellings of many entities is slow.
    const suspects = reference.foreignIn(language);
    if (![...namesOf(sample)].some(({ name }) => suspects.has(name))) continue;
    const reported = new Set<string>();
    for (const entity of entitiesOf(sample).keys()) {
      const { own, foreign, open } = reference.spellings(entity, language);
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

/** Spellings of fields in one language. */
interface Spellings {
  /** Names in this language. */
  readonly own: Set<string>;
  /** Names in other languages, each with the name to write instead. */
  readonly foreign: Map<string, string>;
  /** Own names of fields whose content is documented. */
  readonly open: Set<string>;
}

/** The spellings of an entity's own fields, and the entities that they lead to. */
interface EntitySpellings {
  readonly byLanguage: ReadonlyMap<LanguageId, Spellings>;
  readonly targets: ReadonlySet<ResolvedEntity>;
}

/** Limit for entities inside entities: a method may return a list of objects, for example. */
const maxDepth = 3;

/** The spellings of all entities. */
class Reference {
  readonly #entities: ReadonlyMap<ResolvedEntity, EntitySpellings>;
  readonly #foreign = new Map<LanguageId, Set<string>>();
  readonly #joined = new Map<ResolvedEntity, Map<LanguageId, Spellings>>();

  constructor({ pages }: ResolvedModel) {
    const all = [...pages.values()].flatMap(({ entities }) => entities);
    this.#entities = new Map(all.map((entity) => [entity, spellingsOf(pages, entity)]));
    for (const { byLanguage } of this.#entities.values()) {
      for (const [language, { foreign }] of byLanguage) {
        const names = this.#foreign.get(language) ?? new Set();
        this.#foreign.set(language, names);
        for (const name of foreign.keys()) names.add(name);
      }
    }
  }

  /** All names that some entity has in another language only. */
  foreignIn(language: LanguageId): ReadonlySet<string> {
    return this.#foreign.get(language) ?? new Set();
  }

  /** The spellings of an entity and of the entities inside it. Outer fields have precedence. */
  spellings(entity: ResolvedEntity, language: LanguageId): Spellings {
    const known = this.#joined.get(entity) ?? new Map<LanguageId, Spellings>();
    this.#joined.set(entity, known);
    const joined = known.get(language) ?? this.#join(entity, language);
    known.set(language, joined);
    return joined;
  }

  #join(entity: ResolvedEntity, language: LanguageId): Spellings {
    const joined: Spellings = { own: new Set(), foreign: new Map(), open: new Set() };
    const seen = new Set<ResolvedEntity>();
    const visit = (current: ResolvedEntity, depth: number): void => {
      if (seen.has(current) || depth > maxDepth) return;
      seen.add(current);
      const { byLanguage, targets } = this.#entities.get(current)!;
      const { own, foreign, open } = byLanguage.get(language) ?? none;
      for (const name of own) joined.own.add(name);
      for (const name of open) joined.open.add(name);
      for (const [name, near] of foreign) if (!joined.foreign.has(name)) joined.foreign.set(name, near);
      for (const target of targets) visit(target, depth + 1);
    };
    visit(entity, 0);
    return joined;
  }
}

const none: Spellings = { own: new Set(), foreign: new Map(), open: new Set() };

/** One field in one language. */
interface Spelling {
  readonly name: string;
  /** The name without case and `_`, which are the differences between languages. */
  readonly folded: string;
  /** Whether the reference documents the fields inside. */
  readonly isOpen: boolean;
}

function spellingsOf(pages: ResolvedModel['pages'], { forms }: ResolvedEntity): EntitySpellings {
  const fields = new Map<string, Map<LanguageId, Spelling>>();
  const targets = new Set<ResolvedEntity>();
  const visitItems = (items: readonly ResolvedItem[], language: LanguageId): void => {
    for (const { identity, name, children, target, type } of items) {
      // The row of a whole entity has the name of a type, not of a field.
      if (identity !== undefined && name !== undefined && target === undefined && /^[A-Za-z_]\w*$/.test(name)) {
        const spellings = fields.get(identity) ?? new Map<LanguageId, Spelling>();
        const isOpen = children.length > 0 || (type ?? []).some((span) => span.target !== undefined);
        fields.set(identity, spellings.set(language, { name, folded: fold(name), isOpen }));
      }
      visitItems(children, language);
      for (const found of [target, ...(type ?? []).map((span) => span.target)]) {
        const inner = found && pages.get(found.route)?.entities.find(({ id }) => id === found.id);
        if (inner) targets.add(inner);
      }
    }
  };
  for (const [language, form] of forms) {
    if (form.source === language) for (const { items } of form.lists) visitItems(items, language);
  }
  return { byLanguage: new Map([...forms.keys()].map((id) => [id, spellingsIn(fields.values(), id)])), targets };
}

/** The spellings of fields in a language. */
function spellingsIn(fields: Iterable<ReadonlyMap<LanguageId, Spelling>>, language: LanguageId): Spellings {
  const found: Spellings = { own: new Set(), foreign: new Map(), open: new Set() };
  for (const spellings of fields) {
    const here = spellings.get(language);
    if (here === undefined) continue;
    found.own.add(here.name);
    if (here.isOpen) found.open.add(here.name);
    for (const { name, folded } of spellings.values())
      if (name !== here.name && folded === here.folded) found.foreign.set(name, here.name);
  }
  return found;
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
