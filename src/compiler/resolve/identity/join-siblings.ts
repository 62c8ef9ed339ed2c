// Rules 1 to 4 of format.md 4.8: joins fields of one parent by description path, by key, or by both.

import type { LanguageId } from '../../model/index.ts';
import type { Field } from './field.ts';
import type { ItemNode } from './item-nodes.ts';

/** Joins fields of one parent, then the children of each joined field. Returns the fields in the order of joining. */
export function joinSiblings(fields: readonly Field[]): readonly Field[] {
  const { joined, rest } = joinComplete(fields);
  if (joined.length === 0) return joinByTraits(fields);
  return [...joined, ...joinByTraits(rest)].sort((a, b) => a.order - b.order);
}

/**
 * Joins the fields that rule 1 joins in all languages at once: their items have a trait that one item of each language
 * has. These are all fields of most tables. Other rules cannot join them with anything else.
 */
function joinComplete(fields: readonly Field[]): {
  readonly joined: readonly Field[];
  readonly rest: readonly Field[];
} {
  const languages = new Set<LanguageId>();
  const byTrait = new Map<string, Field[]>();
  for (const field of fields) {
    const [node, another] = field.nodes;
    // A field that is joined already may have several traits.
    if (another !== undefined) return { joined: [], rest: fields };
    languages.add(node!.language);
    const trait = traits[0]!(node!) ?? '';
    const same = byTrait.get(trait);
    if (same) same.push(field);
    else byTrait.set(trait, [field]);
  }
  const joined: Field[] = [];
  const rest: Field[] = [];
  for (const [trait, same] of byTrait) {
    if (trait === '' || !hasOneOfEach(same, languages)) {
      for (const field of same) rest.push(field);
      continue;
    }
    const [into, ...others] = same.sort((a, b) => a.order - b.order) as [Field, ...Field[]];
    into.absorb(...others);
    into.children = joinSiblings(into.children);
    joined.push(into);
  }
  return { joined, rest };
}

/** Whether fields of one item each are one field of each language, of several. */
function hasOneOfEach(fields: readonly Field[], { size }: ReadonlySet<LanguageId>): boolean {
  return size > 1 && fields.length === size && new Set(fields.map(({ nodes }) => nodes[0]!.language)).size === size;
}

/** Joins fields trait by trait, as `joinSiblings` does, without its short way for complete fields. */
export function joinByTraits(fields: readonly Field[]): readonly Field[] {
  if (fields.length < 2) return fields;
  const owners = new Map<ItemNode, Field>(fields.flatMap((field) => field.nodes.map((node) => [node, field] as const)));
  const nodes = [...owners.keys()].sort((a, b) => a.order - b.order);
  const joined = new Set<Field>();
  const languages = new Set(nodes.map(({ language }) => language)).size;
  for (const traitOf of traits) {
    new Joiner(nodes, owners, traitOf).join(joined);
    // Fields that have all languages cannot be joined with others.
    if ([...owners.values()].every((field) => field.languages.size === languages)) break;
  }
  for (const field of joined) if (!field.isGone) field.children = joinSiblings(field.children);
  return [...new Set(owners.values())].sort((a, b) => a.order - b.order);
}

type TraitOf = (node: ItemNode) => string | undefined;

/** The traits that make two items one field, the most certain first. */
const traits: readonly TraitOf[] = [
  ({ path, folded }) => path && `${path}\n${folded}`,
  ({ path }) => path,
  ({ folded }) => folded,
  ({ letters }) => letters,
];

/** Nodes of one language with an equal trait. */
interface Candidates {
  readonly nodes: ItemNode[];
  /**
   * For each language, the number of nodes at the start whose fields have this language. They are never candidates
   * again.
   */
  readonly passed: Map<LanguageId, number>;
}

/**
 * Joins the fields of nodes with an equal trait, unless the joined field would have two items of one language. Each
 * node, in the order of joining, is compared with the nodes after it.
 */
class Joiner {
  readonly #nodes: readonly ItemNode[];
  readonly #owners: Map<ItemNode, Field>;
  readonly #traitOf: TraitOf;
  readonly #byTrait = new Map<string, ReadonlyMap<LanguageId, Candidates>>();

  constructor(nodes: readonly ItemNode[], owners: Map<ItemNode, Field>, traitOf: TraitOf) {
    this.#nodes = nodes;
    this.#owners = owners;
    this.#traitOf = traitOf;
    const byTrait = new Map<string, ItemNode[]>();
    for (const node of nodes) {
      const trait = traitOf(node);
      if (trait === undefined || trait === '') continue;
      const same = byTrait.get(trait);
      if (same) same.push(node);
      else byTrait.set(trait, [node]);
    }
    for (const [trait, same] of byTrait) {
      const first = owners.get(same[0]!);
      // Nodes of one field are joined already.
      if (same.some((node) => owners.get(node) !== first)) this.#byTrait.set(trait, byLanguage(same));
    }
  }

  /** @param joined receives the fields that absorbed others */
  join(joined: Set<Field>): void {
    for (const node of this.#nodes) {
      const same = this.#byTrait.get(this.#traitOf(node) ?? '');
      if (same) this.#joinAfter(node, same, joined);
    }
  }

  /** Joins a node with the first candidate of each language. Languages and nodes are in the order of joining. */
  #joinAfter(node: ItemNode, same: ReadonlyMap<LanguageId, Candidates>, joined: Set<Field>): void {
    const into = this.#owners.get(node)!;
    for (const [language, candidates] of same) {
      if (into.hasLanguage(language)) continue;
      const from = this.#firstAfter(node, into, candidates);
      if (from === undefined) continue;
      for (const member of from.nodes) this.#owners.set(member, into);
      into.absorb(from);
      joined.add(into);
    }
  }

  #firstAfter(node: ItemNode, into: Field, { nodes, passed }: Candidates): Field | undefined {
    if (nodes.at(-1)!.order < node.order) return undefined;
    const fieldAt = (at: number): Field => this.#owners.get(nodes[at]!)!;
    let at = 0;
    for (const language of into.languages) {
      let start = passed.get(language) ?? 0;
      while (start < nodes.length && fieldAt(start).hasLanguage(language)) start++;
      passed.set(language, start);
      at = Math.max(at, start);
    }
    for (; at < nodes.length; at++) {
      const field = fieldAt(at);
      if (nodes[at]!.order > node.order && !field.sharesLanguage(into)) return field;
    }
    return undefined;
  }
}

function byLanguage(nodes: readonly ItemNode[]): ReadonlyMap<LanguageId, Candidates> {
  const grouped = new Map<LanguageId, Candidates>();
  for (const node of nodes) {
    const candidates = grouped.get(node.language) ?? { nodes: [], passed: new Map<LanguageId, number>() };
    grouped.set(node.language, candidates);
    candidates.nodes.push(node);
  }
  return grouped;
}
