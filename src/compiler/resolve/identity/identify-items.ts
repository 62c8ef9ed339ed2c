// One entity in all its languages → the identity of every item. The identity is the anchor, which is the same in all
// languages. Anchors are permanent: all rules here are in format.md 4.7, 4.8 and 4.9.

import type { LanguageId, ListName } from '../../model/index.ts';
import { makeNodes, type IdentityItem, type NodeContext } from './item-nodes.ts';
import { listFields, type Field } from './field.ts';
import { matchItems } from './match-items.ts';
import { nameField, sanitise } from './name-fields.ts';

export interface IdentityInput extends NodeContext {
  readonly entityId: string;
  /** The forms of the entity. `properties` of a method must already be part of its `parameters`. */
  readonly forms: readonly {
    readonly language: LanguageId;
    readonly lists: readonly { readonly name: ListName; readonly items: readonly IdentityItem[] }[];
  }[];
  /** The order of the site, for languages that are not built in. */
  readonly languageOrder: readonly LanguageId[];
}

export interface Identities {
  readonly byItem: ReadonlyMap<IdentityItem, ItemIdentity>;
  /** The fields of each list, parents before children. Coverage counts them, except plumbing. */
  readonly lists: readonly { readonly name: ListName; readonly fields: readonly Field[] }[];
  readonly clashes: readonly IdentityClash[];
}

/** The identity of an item across languages. Wrappers have none. */
export interface ItemIdentity {
  /** The name of its field, the same in every language. */
  readonly identity?: string;
  /** Absent if the item has no row of its own. */
  readonly anchor?: string;
  /** Whether the item is specific to its language, and does not count as missing in others. */
  readonly isPlumbing?: true;
}

/** Two fields with one name. The later one has got another name. */
export interface IdentityClash {
  readonly item: IdentityItem;
  readonly name: string;
  readonly given: string;
}

/**
 * The order in which languages are joined and provide names. It does not depend on the order of the site. It is part of
 * the format, because anchors depend on it. Languages that became built-in later are not in it; they follow in the
 * order of the site.
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

/** Decides the identities and anchors of all items of an entity. */
export function identifyItems(input: IdentityInput): Identities {
  const order = [...new Set([...builtInOrder, ...input.languageOrder, ...input.forms.map(({ language }) => language)])];
  const forms = input.forms.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
  const languages = forms.map(({ language }) => language);
  const anchors = new AnchorAssigner(sanitise(input.entityId));
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
  anchors: AnchorAssigner,
): readonly Field[] {
  let order = 0;
  const nodes = forms.flatMap(({ language, lists }) => {
    const items = lists.find((list) => list.name === name)?.items ?? [];
    const made = makeNodes(items, language, name !== 'properties', context, () => order++);
    anchors.assignWrappers(made.wrappers, language, prefix);
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
  for (const field of inOrder) anchors.assignField(field, names.get(field)!);
  return fields;
}

/** Assigns anchors to the fields of an entity. Each anchor is unique. */
class AnchorAssigner {
  readonly byItem = new Map<IdentityItem, ItemIdentity>();
  readonly clashes: IdentityClash[] = [];
  /** The field of each anchor; undefined for the anchor of the entity itself. */
  readonly #taken: Map<string, Field | undefined>;
  /** The last number of each clashing name. All numbers below it are taken. */
  readonly #counts = new Map<string, number>();
  readonly #clashing = new Set<Field>();
  /** Language and list anchor of each shown wrapper. It clashes with an unnamed value only within one language. */
  readonly #wrapped = new Set<string>();

  /** @param entityAnchor the anchor of the entity itself */
  constructor(entityAnchor: string) {
    this.#taken = new Map([[entityAnchor, undefined]]);
  }

  /** Assigns the anchor of the list to the outermost wrapper that is shown. The wrappers inside it get no anchor. */
  assignWrappers(wrappers: readonly IdentityItem[], language: LanguageId, listAnchor: string): void {
    const shown = wrappers.find(({ display }) => display !== 'unwrap');
    for (const wrapper of wrappers) this.byItem.set(wrapper, wrapper === shown ? { anchor: listAnchor } : {});
    if (shown) this.#wrapped.add(`${language} ${listAnchor}`);
  }

  /** Assigns an anchor to a field: its name, or the name with a number if the name is taken. */
  assignField(field: Field, name: string): void {
    const isWrapped = field.nodes.some(({ language }) => this.#wrapped.has(`${language} ${name}`));
    const anchor = isWrapped || this.#taken.has(name) ? this.#number(name) : name;
    if (anchor !== name) this.#noteClash(field, name, anchor);
    this.#taken.set(anchor, field);
    for (const { item } of field.nodes) {
      // A container with `unwrap` is not drawn. It is part of the names inside it, but has no anchor.
      const isDrawn = item.display !== 'unwrap';
      const plumbing = field.isPlumbing ? { isPlumbing: true as const } : {};
      this.byItem.set(item, { identity: anchor, ...(isDrawn ? { anchor } : {}), ...plumbing });
    }
  }

  /**
   * Records a clash. If a container clashes, the fields inside it clash too; only the container is recorded. Clashes
   * inside the target of an entity reference are recorded on the page of the target only.
   */
  #noteClash(field: Field, name: string, given: string): void {
    this.#clashing.add(field);
    const { item } = field.nodes[0]!;
    const isInside = field.parent !== undefined && this.#clashing.has(field.parent);
    const isReferenced = this.#taken.get(name)?.nodes[0]!.item.place === item.place;
    if (!isInside && !isReferenced) this.clashes.push({ item, name, given });
  }

  #number(name: string): string {
    let count = (this.#counts.get(name) ?? 1) + 1;
    while (this.#taken.has(`${name}-${count}`)) count++;
    this.#counts.set(name, count);
    return `${name}-${count}`;
  }
}
