// One entity in all its languages → the identity of every item: its anchor, the same wherever the field exists.
// Anchors are permanent: every rule here is format.md 4, “Identity across languages”.

import type { Item, LanguageId, ListName, ReferenceItem } from '../../model/index.ts';
import { makeNodes, type NodeContext } from './item-nodes.ts';
import { fieldsBelow, matchItems, type Field } from './match-items.ts';
import { nameField, sanitise } from './name-fields.ts';

export interface IdentityInput {
  readonly entityId: string;
  /** The entity's forms as written; `properties` of a method already stand with its `parameters`. */
  readonly forms: readonly {
    readonly language: LanguageId;
    readonly lists: readonly { readonly name: ListName; readonly items: readonly Item[] }[];
  }[];
  /** Last segments of description paths that name a spelling, not another text: `lowercase`, … */
  readonly variants: ReadonlySet<string>;
  readonly languageIds: ReadonlySet<string>;
  /** The site's order, for languages that are not built in. */
  readonly languageOrder: readonly LanguageId[];
  /** Key and description path of what a reference stands for. */
  readonly describe: (item: ReferenceItem) => { readonly key: string; readonly path?: string } | undefined;
}

export interface Identities {
  readonly byItem: ReadonlyMap<Item, ItemIdentity>;
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
  readonly item: Item;
  readonly name: string;
  readonly given: string;
}

/** Order in which languages are asked for a name and joined, whatever the site's order. */
const builtInOrder: readonly LanguageId[] = ['curl', 'json', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];

const listNames: readonly ListName[] = ['properties', 'parameters', 'returns'];

export function identifyItems(input: IdentityInput): Identities {
  const order = [...new Set([...builtInOrder, ...input.languageOrder, ...input.forms.map(({ language }) => language)])];
  const forms = input.forms.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
  const languages = forms.map(({ language }) => language);
  const anchors = new AnchorGiver();
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
  const fields = [...fieldsBelow(top)].sort((a, b) => a.nodes[0]!.order - b.nodes[0]!.order);
  const names = new Map<Field, string>();
  for (const field of fieldsBelow(top)) {
    const chain = field.parent === undefined ? prefix : (names.get(field.parent) ?? prefix);
    const own = nameField(field);
    names.set(field, own === undefined ? chain : `${chain}.${own}`);
  }
  for (const field of fields) anchors.giveField(field, names.get(field)!);
  return fields;
}

/** Gives out anchors, each to one field of the entity. */
class AnchorGiver {
  readonly byItem = new Map<Item, ItemIdentity>();
  readonly clashes: IdentityClash[] = [];
  readonly #taken = new Set<string>();
  /** Language and list anchor of each shown wrapper: it meets an unnamed value only in its own language. */
  readonly #wrapped = new Set<string>();

  /** The outermost wrapper that shows is called by its list; those inside it have no anchor. */
  giveWrappers(wrappers: readonly Item[], language: LanguageId, listAnchor: string): void {
    const shown = wrappers.find((item) => item.kind === 'field' && item.display !== 'unwrap');
    for (const wrapper of wrappers) this.byItem.set(wrapper, wrapper === shown ? { anchor: listAnchor } : {});
    if (shown) this.#wrapped.add(`${language} ${listAnchor}`);
  }

  giveField(field: Field, name: string): void {
    const isWrapped = field.nodes.some(({ language }) => this.#wrapped.has(`${language} ${name}`));
    const anchor = this.#free(name, isWrapped);
    if (anchor !== name) this.clashes.push({ item: field.nodes[0]!.item, name, given: anchor });
    this.#taken.add(anchor);
    for (const { item } of field.nodes) {
      // A container that unwraps is not drawn: its name stays in the chain, its anchor leads nowhere.
      const isDrawn = !(item.kind === 'field' && item.display === 'unwrap');
      const plumbing = field.isPlumbing ? { isPlumbing: true as const } : {};
      this.byItem.set(item, { identity: anchor, ...(isDrawn ? { anchor } : {}), ...plumbing });
    }
  }

  /** @param isMet whether a wrapper of the same language has the name already */
  #free(name: string, isMet: boolean): string {
    if (!isMet && !this.#taken.has(name)) return name;
    let count = 2;
    while (this.#taken.has(`${name}-${count}`)) count++;
    return `${name}-${count}`;
  }
}
