// One entity in all its languages → the identity of every item: its anchor, the same wherever the field exists.
// Anchors are permanent: every rule here is one of format.md 4.7, 4.8 and 4.9.

import type { LanguageId, ListName } from '../../model/index.ts';
import { makeNodes, type IdentityItem, type NodeContext } from './item-nodes.ts';
import { listFields, type Field } from './field.ts';
import { matchItems } from './match-items.ts';
import { nameField, sanitise } from './name-fields.ts';

export interface IdentityInput extends NodeContext {
  readonly entityId: string;
  /** The entity's forms; `properties` of a method already stand with its `parameters`. */
  readonly forms: readonly {
    readonly language: LanguageId;
    readonly lists: readonly { readonly name: ListName; readonly items: readonly IdentityItem[] }[];
  }[];
  /** The site's order, for languages that are not built in. */
  readonly languageOrder: readonly LanguageId[];
}

export interface Identities {
  readonly byItem: ReadonlyMap<IdentityItem, ItemIdentity>;
  /** Fields by list, parents before children: what coverage counts (`isPlumbing` aside). */
  readonly lists: readonly { readonly name: ListName; readonly fields: readonly Field[] }[];
  readonly clashes: readonly IdentityClash[];
}

/** What an item is across languages. Wrappers are no fields. */
export interface ItemIdentity {
  /** Name of its field, the same in every language. */
  readonly identity?: string;
  /** Where the item is an element of its own. */
  readonly anchor?: string;
  /** Machinery of a language, which no other language lacks. */
  readonly isPlumbing?: true;
}

/** Two fields of one name: the later one was given another. */
export interface IdentityClash {
  readonly item: IdentityItem;
  readonly name: string;
  readonly given: string;
}

/**
 * Order in which languages are asked for a name and joined, whatever the site's order. It is part of the format, since
 * anchors follow from it: languages that became built-in later are not in it, and follow in the site's order.
 */
export const builtInOrder: readonly LanguageId[] = [
  'curl',
  'json',
  'js',
  'python',
  'ruby',
  'go',
  'php',
  'java',
  'dotnet',
];

const listNames: readonly ListName[] = ['properties', 'parameters', 'returns'];

export function identifyItems(input: IdentityInput): Identities {
  const order = [...new Set([...builtInOrder, ...input.languageOrder, ...input.forms.map(({ language }) => language)])];
  const forms = input.forms.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
  const languages = forms.map(({ language }) => language);
  const anchors = new AnchorGiver(sanitise(input.entityId));
  const lists = listNames.flatMap((name) => {
    const prefix = sanitise(name === 'properties' ? input.entityId : `${input.entityId}.${name}`);
    const fields = identifyList(name, prefix, forms, languages, input, anchors);
    return fields.length === 0 ? [] : [{ name, fields }];
  });
  return { byItem: anchors.byItem, lists, clashes: anchors.clashes };
}

function identifyList(
  name: ListName,
  prefix: string,
  forms: IdentityInput['forms'],
  languages: readonly LanguageId[],
  context: NodeContext,
  anchors: AnchorGiver,
): readonly Field[] {
  let order = 0;
  const nodes = forms.flatMap(({ language, lists }) => {
    const items = lists.find((list) => list.name === name)?.items ?? [];
    const made = makeNodes(items, language, name !== 'properties', context, () => order++);
    anchors.giveWrappers(made.wrappers, language, prefix);
    return made.nodes;
  });
  const top = matchItems(nodes, languages);
  const fields = listFields(top);
  const names = new Map<Field, string>();
  for (const field of fields) {
    const chain = field.parent === undefined ? prefix : (names.get(field.parent) ?? prefix);
    const own = nameField(field);
    names.set(field, own === undefined ? chain : `${chain}.${own}`);
  }
  const inOrder = fields.toSorted((a, b) => a.nodes[0]!.order - b.nodes[0]!.order);
  for (const field of inOrder) anchors.giveField(field, names.get(field)!);
  return fields;
}

/** Gives out anchors, each to one field of the entity. */
class AnchorGiver {
  readonly byItem = new Map<IdentityItem, ItemIdentity>();
  readonly clashes: IdentityClash[] = [];
  /** By anchor, the field that has it; undefined for the entity itself. */
  readonly #taken: Map<string, Field | undefined>;
  /** By name, the last number that a clash was given: all below it are taken. */
  readonly #counts = new Map<string, number>();
  readonly #clashing = new Set<Field>();
  /** Language and list anchor of each shown wrapper: it clashes with an unnamed value only within one language. */
  readonly #wrapped = new Set<string>();

  /** @param entityAnchor the anchor that the entity itself has */
  constructor(entityAnchor: string) {
    this.#taken = new Map([[entityAnchor, undefined]]);
  }

  /** The outermost wrapper that shows is called by its list; those inside it have no anchor. */
  giveWrappers(wrappers: readonly IdentityItem[], language: LanguageId, listAnchor: string): void {
    const shown = wrappers.find(({ display }) => display !== 'unwrap');
    for (const wrapper of wrappers) this.byItem.set(wrapper, wrapper === shown ? { anchor: listAnchor } : {});
    if (shown) this.#wrapped.add(`${language} ${listAnchor}`);
  }

  giveField(field: Field, name: string): void {
    const isWrapped = field.nodes.some(({ language }) => this.#wrapped.has(`${language} ${name}`));
    const anchor = isWrapped || this.#taken.has(name) ? this.#number(name) : name;
    if (anchor !== name) this.#noteClash(field, name, anchor);
    this.#taken.set(anchor, field);
    for (const { item } of field.nodes) {
      // A container that unwraps is not drawn: its name stays in the chain, its anchor leads nowhere.
      const isDrawn = item.display !== 'unwrap';
      const plumbing = field.isPlumbing ? { isPlumbing: true as const } : {};
      this.byItem.set(item, { identity: anchor, ...(isDrawn ? { anchor } : {}), ...plumbing });
    }
  }

  /**
   * Where a container clashes, so does what is inside it: that is told once, at the container. What clashes inside a
   * member that an entity reference brings is told where the member is written.
   */
  #noteClash(field: Field, name: string, given: string): void {
    this.#clashing.add(field);
    const { item } = field.nodes[0]!;
    const isInside = field.parent !== undefined && this.#clashing.has(field.parent);
    const isBrought = this.#taken.get(name)?.nodes[0]!.item.place === item.place;
    if (!isInside && !isBrought) this.clashes.push({ item, name, given });
  }

  #number(name: string): string {
    let count = (this.#counts.get(name) ?? 1) + 1;
    while (this.#taken.has(`${name}-${count}`)) count++;
    this.#counts.set(name, count);
    return `${name}-${count}`;
  }
}
