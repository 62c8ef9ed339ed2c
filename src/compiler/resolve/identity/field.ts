// One field of an entity's list: the items that are the same field in several languages, and the fields inside them.

import { httpLanguage, wireLanguage } from '../../languages/index.ts';
import type { LanguageId } from '../../model/index.ts';
import type { ItemNode } from './item-nodes.ts';

/** A field. It begins with one item. Matching joins fields until no more can be joined. */
export class Field {
  /** In the order of joining. */
  nodes: readonly ItemNode[];
  parent: Field | undefined;
  children: readonly Field[] = [];
  /** Whether another field has absorbed it. */
  isGone = false;
  readonly #languages: Set<LanguageId>;

  constructor(node: ItemNode, parent: Field | undefined) {
    this.nodes = [node];
    this.#languages = new Set([node.language]);
    this.parent = parent;
    this.children = node.children.map((child) => new Field(child, this));
  }

  /** The position of its first item in the order of joining. */
  get order(): number {
    return this.nodes[0]!.order;
  }

  get languages(): ReadonlySet<LanguageId> {
    return this.#languages;
  }

  get isPlumbing(): boolean {
    return this.nodes.every(({ isPlumbing }) => isPlumbing);
  }

  hasLanguage(language: LanguageId): boolean {
    return this.#languages.has(language);
  }

  sharesLanguage(other: Field): boolean {
    return this.nodes.some(({ language }) => other.hasLanguage(language));
  }

  /** Adds the items and children of other fields to this one. The other fields are then gone. */
  absorb(...others: readonly Field[]): void {
    const all = [this, ...others];
    this.nodes = all.flatMap(({ nodes }) => nodes).sort((a, b) => a.order - b.order);
    this.children = all.flatMap(({ children }) => children);
    for (const from of others) {
      for (const { language } of from.nodes) this.#languages.add(language);
      for (const child of from.children) child.parent = this;
      from.isGone = true;
    }
  }

  /** The node whose key is the name in requests and responses: that of curl, or else of json. */
  get wireNode(): ItemNode | undefined {
    return (
      this.nodes.find(({ language }) => language === httpLanguage) ??
      this.nodes.find(({ language }) => language === wireLanguage)
    );
  }
}

/** All fields with the fields inside them, parents before children. */
export function listFields(fields: readonly Field[], into: Field[] = []): Field[] {
  for (const field of fields) {
    into.push(field);
    listFields(field.children, into);
  }
  return into;
}
