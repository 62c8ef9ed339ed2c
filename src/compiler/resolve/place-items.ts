// A list of an entity as written → its rows, in which targets replace all entity references, at any depth.
// Rows have no texts yet, because the identities of the whole entity are decided first.

import type { Report } from '../diagnostics/index.ts';
import type {
  CollectedEntity,
  FieldItem,
  Item,
  LanguageId,
  Page,
  EntityReference,
  ContentModel,
} from '../model/index.ts';
import type { IdentityItem } from './identity/index.ts';
import type { EntityReferenceStack } from './entity-reference-stack.ts';
import { resolveEntityReference, type Referent } from './resolve-entity-reference.ts';

/** A row of an entity's list. */
export interface PlacedItem extends IdentityItem {
  /** The item as written, on the page of the entity or in the target of an entity reference. */
  readonly source: Item;
  /** The page on which the row is written. Names in its texts and types are resolved from there. */
  readonly home: Page;
  /** The item itself, or the member that an entity reference refers to. */
  readonly field?: FieldItem;
  /** The entity that an entity reference refers to as a whole. */
  readonly entity?: CollectedEntity;
  readonly children: readonly PlacedItem[];
}

/** Returns the description path of an entity that a reference refers to, for matching. */
export type PathOf = (referent: { readonly found: CollectedEntity }) => string | undefined;

/** Creates the rows of one entity. Each entity reference is resolved once, even if several rows come from it. */
export class ItemPlacer {
  readonly #model: ContentModel;
  readonly #page: Page;
  readonly #references: EntityReferenceStack;
  readonly #pathOf: PathOf;
  readonly #report: Report;
  readonly #referents = new Map<EntityReference, Referent | undefined>();

  /** @param page the page of the entity. Only entity references that are written on this page are reported. */
  constructor(model: ContentModel, page: Page, references: EntityReferenceStack, pathOf: PathOf, report: Report) {
    this.#model = model;
    this.#page = page;
    this.#references = references;
    this.#pathOf = pathOf;
    this.#report = report;
  }

  place(language: LanguageId, items: readonly Item[]): readonly PlacedItem[] {
    return items.map((item) => this.#place(language, item, this.#page));
  }

  /** @param from the entity reference on the entity's page that adds the item; absent for items of the page itself */
  #place(language: LanguageId, item: Item, home: Page, from?: EntityReference): PlacedItem {
    if (from) this.#references.countRow();
    if (item.kind === 'entity-reference') return this.#placeReference(language, item, home, from);
    const place = from ?? item.key;
    const children = item.properties.map((child) => this.#place(language, child, home, from));
    return { ...describeField(item), source: item, home, field: item, children, place, isReference: false };
  }

  #placeReference(language: LanguageId, item: EntityReference, home: Page, from = item): PlacedItem {
    const row = { source: item, place: from, isReference: true };
    const referent = this.#resolve(language, item, home);
    if (referent === undefined) return { ...row, key: item.member ?? item.key, display: 'folded', home, children: [] };
    const { found } = referent;
    const open = (target: FieldItem | CollectedEntity['entity'], inside: readonly Item[]): readonly PlacedItem[] =>
      this.#references.enter(item, target, () => inside.map((child) => this.#place(language, child, found.page, from)));
    if (referent.kind === 'member') {
      const { item: field } = referent;
      const children = open(field, field.properties);
      return { ...row, ...describeField(field), home: found.page, field, children };
    }
    const { entity } = found;
    // The properties of an entity with an id are shown on its own page only.
    const children = entity.id ? [] : open(entity, entity.properties ?? []);
    const path = this.#pathOf(referent);
    return { ...row, key: entity.key.value, path, display: 'folded', home: found.page, entity: found, children };
  }

  #resolve(language: LanguageId, item: EntityReference, home: Page): Referent | undefined {
    if (!this.#referents.has(item)) {
      const report = home === this.#page ? this.#report : ignore;
      this.#referents.set(item, resolveEntityReference(this.#model, home, language, item, report));
    }
    return this.#referents.get(item);
  }
}

function describeField({ key, description, display }: FieldItem): Pick<PlacedItem, 'key' | 'path' | 'display'> {
  const path = description?.kind === 'placeholder' ? description.path : undefined;
  return { key: key.value, path, display };
}

const ignore: Report = () => {};
