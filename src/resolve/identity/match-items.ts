// Nodes of all languages → fields: which items are the same thing under different names (format.md 4, joins 1 to 4).

import type { LanguageId } from '../../model/index.ts';
import type { ItemNode } from './item-nodes.ts';

/** One field of an entity's list with its item in each language that has it. Matching joins fields until none is left to join. */
export class Field {
  /** In the order of joining. */
  nodes: readonly ItemNode[];
  parent: Field | undefined;
  children: readonly Field[] = [];
  readonly #languages: Set<LanguageId>;

  constructor(node: ItemNode, parent: Field | undefined) {
    this.nodes = [node];
    this.#languages = new Set([node.language]);
    this.parent = parent;
    this.children = node.children.map((child) => new Field(child, this));
  }

  get isPlumbing(): boolean {
    return this.nodes.every(({ isPlumbing }) => isPlumbing);
  }

  hasLanguage(language: LanguageId): boolean {
    return this.#languages.has(language);
  }

  /** Takes over the items of another field and what is inside it. */
  absorb(from: Field): void {
    this.nodes = [...this.nodes, ...from.nodes].sort((a, b) => a.order - b.order);
    for (const { language } of from.nodes) this.#languages.add(language);
    for (const child of from.children) child.parent = this;
    this.children = [...this.children, ...from.children];
  }

  /** The node whose key is the name on the wire: curl's, else json's. */
  get wireNode(): ItemNode | undefined {
    return (
      this.nodes.find(({ language }) => language === 'curl') ?? this.nodes.find(({ language }) => language === 'json')
    );
  }
}

/**
 * Matches the nodes of one list.
 * @param nodes the list's top in all languages, in the order of joining
 * @param languages all languages that have the entity: a field without one of them is looked for elsewhere in the list
 */
export function matchItems(nodes: readonly ItemNode[], languages: readonly LanguageId[]): readonly Field[] {
  let top = joinSiblings(nodes.map((node) => new Field(node, undefined)));
  for (;;) {
    const pair = findAcrossParents(top, languages);
    if (pair === undefined) return top;
    const [into, from] = pair;
    if (from.parent === undefined) top = top.filter((field) => field !== from);
    else from.parent.children = from.parent.children.filter((field) => field !== from);
    into.absorb(from);
    into.children = joinSiblings(into.children);
  }
}

/** All fields below one, parents before children. */
export function* fieldsBelow(fields: readonly Field[]): Generator<Field> {
  for (const field of fields) {
    yield field;
    yield* fieldsBelow(field.children);
  }
}

/** Joins 1 to 3 among fields of one parent, then among the children of each field that they made. */
function joinSiblings(fields: readonly Field[]): readonly Field[] {
  const owners = new Map<ItemNode, Field>(fields.flatMap((field) => field.nodes.map((node) => [node, field] as const)));
  const nodes = [...owners.keys()].sort((a, b) => a.order - b.order);
  const joined = new Set<Field>();
  joinBy(nodes, owners, joined, ({ path, folded }) => path && `${path}\n${folded}`);
  joinBy(nodes, owners, joined, ({ path }) => path);
  joinBy(nodes, owners, joined, ({ folded }) => folded);
  for (const field of joined) field.children = joinSiblings(field.children);
  return [...new Set(owners.values())].sort(compareFields);
}

/** Joins the fields of nodes with an equal trait, unless that brought two items of one language together. */
function joinBy(
  nodes: readonly ItemNode[],
  owners: Map<ItemNode, Field>,
  joined: Set<Field>,
  traitOf: (node: ItemNode) => string | undefined,
): void {
  const byTrait = new Map<string, ItemNode[]>();
  for (const node of nodes) {
    const trait = traitOf(node);
    if (trait === undefined || trait === '') continue;
    const same = byTrait.get(trait);
    if (same) same.push(node);
    else byTrait.set(trait, [node]);
  }
  for (const same of byTrait.values()) {
    if (same.length === 1) continue;
    const languages = [...new Set(same.map(({ language }) => language))];
    for (const [i, node] of same.entries()) {
      for (let at = i + 1; at < same.length; at++) {
        const [into, from] = [owners.get(node)!, owners.get(same[at]!)!];
        if (languages.every((language) => into.hasLanguage(language))) break;
        if (into === from || sharesLanguage(into, from)) continue;
        for (const member of from.nodes) owners.set(member, into);
        into.absorb(from);
        joined.delete(from);
        joined.add(into);
      }
    }
  }
}

function sharesLanguage(field: Field, other: Field): boolean {
  return field.nodes.some(({ language }) => other.hasLanguage(language));
}

/**
 * Join 4: a field that some language lacks, and the one field under another parent that has its path and folded key
 * and none of its languages; the side that names the joined field first.
 */
function findAcrossParents(
  top: readonly Field[],
  languages: readonly LanguageId[],
): readonly [Field, Field] | undefined {
  const all = [...fieldsBelow(top)];
  const byTrait = new Map<string, Set<Field>>();
  for (const field of all) {
    for (const trait of traitsOf(field)) byTrait.set(trait, (byTrait.get(trait) ?? new Set()).add(field));
  }
  for (const field of all) {
    if (languages.every((language) => field.hasLanguage(language))) continue;
    const candidates = candidatesFor(field, byTrait);
    const other = candidates[0];
    // Each must be the only choice of the other: of two that could be meant, neither is.
    if (other === undefined || candidates.length > 1 || candidatesFor(other, byTrait).length > 1) continue;
    return isNamer(field, other) ? [field, other] : [other, field];
  }
  return undefined;
}

function candidatesFor(field: Field, byTrait: ReadonlyMap<string, ReadonlySet<Field>>): readonly Field[] {
  const sharing = new Set([...traitsOf(field)].flatMap((trait) => [...byTrait.get(trait)!]));
  return [...sharing].filter(
    (other) =>
      other.parent !== field.parent &&
      !sharesLanguage(other, field) &&
      !isWithin(other, field) &&
      !isWithin(field, other),
  );
}

/** Whether a field is another or stands inside it. */
function isWithin(field: Field | undefined, outer: Field): boolean {
  return field !== undefined && (field === outer || isWithin(field.parent, outer));
}

function traitsOf(field: Field): ReadonlySet<string> {
  return new Set(field.nodes.flatMap(({ path, folded }) => (path === undefined ? [] : [`${path}\n${folded}`])));
}

/** Of two sides the one with a wire name names the joined field, else the larger, else the first. */
function isNamer(field: Field, other: Field): boolean {
  const [own, others] = [field.wireNode !== undefined, other.wireNode !== undefined];
  if (own !== others) return own;
  if (field.nodes.length !== other.nodes.length) return field.nodes.length > other.nodes.length;
  return compareFields(field, other) <= 0;
}

function compareFields(a: Field, b: Field): number {
  return a.nodes[0]!.order - b.nodes[0]!.order;
}
