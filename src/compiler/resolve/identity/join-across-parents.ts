// Rule 5 of format.md 4.8: a field that is missing in a language may be under another parent there.
// A list may be long. So each field is checked again only if a field that decided its result has changed.

import type { LanguageId } from '../../model/index.ts';
import { listFields, type Field } from './field.ts';
import { joinSiblings } from './join-siblings.ts';

/**
 * Joins fields with an equal description path and folded key under different parents, if each is the sole candidate of
 * the other. If a field has several candidates, none is joined.
 * @param languages all languages that have the entity
 * @returns the list's top
 */
export function joinAcrossParents(top: readonly Field[], languages: readonly LanguageId[]): readonly Field[] {
  return new AcrossJoiner(top, languages).join();
}

class AcrossJoiner {
  #top: readonly Field[];
  readonly #languages: readonly LanguageId[];
  /** Fields by trait, then by their languages. Only fields without a common language can be joined. */
  readonly #byTrait = new Map<string, Map<string, Set<Field>>>();
  /** Fields to check, in reverse order of joining. */
  readonly #pending: Field[];
  /** For each field, the fields to check again when it changes. */
  readonly #watchers = new Map<Field, Set<Field>>();

  constructor(top: readonly Field[], languages: readonly LanguageId[]) {
    this.#top = top;
    this.#languages = languages;
    const all = listFields(top).filter((field) => !this.#isComplete(field));
    for (const field of all) this.#index(field);
    this.#pending = all.sort((a, b) => b.order - a.order);
  }

  join(): readonly Field[] {
    for (let field = this.#pending.pop(); field; field = this.#pending.pop()) {
      if (field.isGone || this.#isComplete(field)) continue;
      const other = this.#onlyCandidate(field);
      if (other === undefined || this.#onlyCandidate(other) === undefined) continue;
      if (isNamer(field, other)) this.#joinPair(field, other);
      else this.#joinPair(other, field);
    }
    return this.#top;
  }

  #joinPair(into: Field, from: Field): void {
    const touched = listFields([into, from]);
    for (const field of touched) this.#forget(field);
    if (from.parent === undefined) this.#top = this.#top.filter((field) => field !== from);
    else from.parent.children = from.parent.children.filter((field) => field !== from);
    into.absorb(from);
    into.children = joinSiblings(into.children);
    const rest = listFields([into]);
    for (const field of rest) this.#index(field);
    const watchers = touched.flatMap((field) => [...(this.#watchers.get(field) ?? [])]);
    for (const field of touched) this.#watchers.delete(field);
    for (const field of new Set([...rest, ...watchers])) if (!field.isGone) this.#checkAgain(field);
  }

  /** Inserts a field into the pending fields, in order. */
  #checkAgain(field: Field): void {
    let [low, high] = [0, this.#pending.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pending[middle]!.order > field.order) low = middle + 1;
      else high = middle;
    }
    if (this.#pending[low] !== field) this.#pending.splice(low, 0, field);
  }

  /** The sole candidate of a field. Undefined if there is none or more than one. */
  #onlyCandidate(field: Field): Field | undefined {
    const found = new Set<Field>();
    for (const other of this.#candidatesFor(field)) {
      found.add(other);
      this.#watch(other, field);
      if (found.size > 1) return undefined;
    }
    const [only] = found;
    return only;
  }

  *#candidatesFor(field: Field): Generator<Field> {
    for (const trait of traitsOf(field)) {
      for (const others of this.#byTrait.get(trait)!.values()) {
        const [first] = others;
        if (first === undefined || first.sharesLanguage(field)) continue;
        for (const other of others) {
          if (other.parent !== field.parent && !isWithin(other, field) && !isWithin(field, other)) yield other;
        }
      }
    }
  }

  #watch(field: Field, watcher: Field): void {
    const known = this.#watchers.get(field);
    if (known) known.add(watcher);
    else this.#watchers.set(field, new Set([watcher]));
  }

  /** Whether a field has all languages. Then it cannot be joined with another one. */
  #isComplete(field: Field): boolean {
    return this.#languages.every((language) => field.hasLanguage(language));
  }

  #index(field: Field): void {
    if (this.#isComplete(field)) return;
    const key = languageKey(field);
    for (const trait of traitsOf(field)) {
      const byLanguages = this.#byTrait.get(trait) ?? new Map<string, Set<Field>>();
      this.#byTrait.set(trait, byLanguages);
      byLanguages.set(key, (byLanguages.get(key) ?? new Set()).add(field));
    }
  }

  #forget(field: Field): void {
    const key = languageKey(field);
    for (const trait of traitsOf(field)) this.#byTrait.get(trait)?.get(key)?.delete(field);
  }
}

function languageKey({ nodes }: Field): string {
  return nodes.map(({ language }) => language).join(' ');
}

/** Whether a field is `outer` or inside it. */
function isWithin(field: Field | undefined, outer: Field): boolean {
  return field !== undefined && (field === outer || isWithin(field.parent, outer));
}

function traitsOf({ nodes }: Field): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ path, folded }) => (path === undefined ? [] : [`${path}\n${folded}`])));
}

/** Whether `field` names the joined field: it has the name in requests, or else more items, or else it is the first. */
function isNamer(field: Field, other: Field): boolean {
  const [own, others] = [field.wireNode !== undefined, other.wireNode !== undefined];
  if (own !== others) return own;
  if (field.nodes.length !== other.nodes.length) return field.nodes.length > other.nodes.length;
  return field.order <= other.order;
}
